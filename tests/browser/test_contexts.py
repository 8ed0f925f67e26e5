"""A context that was lent to another test is as new: what tests of one another's would hide."""

from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.support.contexts import Contexts

TIME = "2026-11-18T09:30:00+01:00"
STORE = """async () => {
  localStorage.setItem("a", "b");
  sessionStorage.setItem("a", "b");
  document.cookie = "a=b";
  await (await caches.open("a")).put("/b", new Response("c"));
}"""
LEFT = """async () => [
  localStorage.length, sessionStorage.length, document.cookie, await caches.keys(),
  (await navigator.permissions.query({ name: "geolocation" })).state, navigator.onLine,
]"""


def opened(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/robots.txt")
    return page


def test_nothing_is_left_of_the_test_before(browser: Browser, site_url: str):
    contexts = Contexts(browser)
    first = contexts.lend(base_url=site_url)
    page = opened(first)
    page.evaluate(STORE)
    first.grant_permissions(["geolocation"])
    first.set_offline(True)

    def answer(route: Route) -> None:
        route.fulfill(body="x")

    first.route("**/*", answer)
    assert page.evaluate(LEFT) == [1, 1, "a=b", ["a"], "granted", False]
    contexts.take_back()
    second = contexts.lend(base_url=site_url)
    assert second is first
    page = opened(second)
    assert page.inner_text("body") != "x"
    assert page.evaluate(LEFT) == [0, 0, "", [], "prompt", True]
    contexts.take_back()


def test_a_context_whose_clock_was_set_is_not_lent_to_who_wants_none(
    browser: Browser, site_url: str
):
    contexts = Contexts(browser)
    first = contexts.lend(base_url=site_url)
    page = opened(first)
    page.clock.install(time=TIME)
    page.reload()
    contexts.take_back()
    assert contexts.lend(base_url=site_url) is not first
    contexts.take_back()


def test_a_clock_is_set_again_for_each_test(browser: Browser, site_url: str):
    contexts = Contexts(browser)
    first = contexts.lend(own_clock=True, base_url=site_url)
    page = opened(first)
    page.clock.install(time=TIME)
    page.clock.set_fixed_time("2030-01-01T00:00:00Z")
    contexts.take_back()
    second = contexts.lend(own_clock=True, base_url=site_url)
    assert second is first
    page = second.new_page()
    page.clock.install(time=TIME)
    page.goto("/robots.txt")
    assert page.evaluate("new Date().toISOString()").startswith("2026-11-18T08:30")
    contexts.take_back()


def test_two_contexts_of_one_test_are_two(contexts: Contexts, site_url: str):
    assert contexts.lend(base_url=site_url) is not contexts.lend(base_url=site_url)

"""A context that was lent to another test is as new: what tests of one another's would hide."""

from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.support.contexts import USES, Contexts

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

SHOWN = """() => [
  history.length, innerWidth, ...["print", "(prefers-color-scheme: dark)",
    "(prefers-reduced-motion: reduce)"].map((one) => matchMedia(one).matches),
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


def test_a_tab_that_was_lent_is_as_new(browser: Browser, site_url: str):
    contexts = Contexts(browser)
    first = contexts.lend_page(base_url=site_url)
    first.goto("/robots.txt")
    fresh = first.evaluate(SHOWN)
    first.goto("/humans.txt")
    first.evaluate(STORE)
    first.route("**/*", lambda route: route.fulfill(body="x"))
    first.set_viewport_size({"width": 360, "height": 800})
    first.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
    assert first.evaluate(SHOWN) != fresh
    contexts.take_back()
    second = contexts.lend_page(base_url=site_url)
    assert second is first
    second.goto("/robots.txt")
    assert second.inner_text("body") != "x"
    assert second.evaluate(SHOWN) == fresh
    assert second.evaluate(LEFT) == [0, 0, "", [], "prompt", True]
    contexts.take_back()


def test_a_tab_does_not_serve_for_ever(browser: Browser, site_url: str):
    contexts = Contexts(browser)
    first = contexts.lend_page(base_url=site_url)
    context = first.context
    for _ in range(USES):
        contexts.take_back()
        contexts.lend_page(base_url=site_url).goto("/robots.txt")
    assert not first.is_closed()
    contexts.take_back()
    assert first.is_closed()
    assert contexts.lend_page(base_url=site_url).context is context
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

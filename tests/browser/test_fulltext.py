"""A reader looks for something else than a commune: by keyboard, with filters, unknown words."""

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from plugins.i18n.typography import FRENCH_SIGNS
from plugins.vocabulary.keywords import UNSAID
from plugins.vocabulary.needs import NEEDS
from tests.support.visits import Visitor, arrive

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 132_000
PLACES_A_STEP = 10


@pytest.fixture
def search(visit: Visitor):
    """Open `/recherche/` with what stands behind «?», 360 pixels wide."""

    def open_page(question: str = "") -> Page:
        return visit(f"/recherche/?{question}", width=360).page

    return open_page


def told(page: Page):
    return page.locator("[data-told][role=status]")


def results(page: Page):
    return page.locator("[data-places] > li")


def field(page: Page):
    return page.get_by_role("combobox", name="Votre commune, votre code postal ou un mot")


def test_the_keyboard_alone_leads_from_a_word_to_a_place(search):
    page = search()
    field(page).focus()
    page.keyboard.type("médiathèque")
    page.keyboard.press("Enter")
    expect(told(page)).to_contain_text(re.compile(r"^\d+ lieux pour «\smédiathèque\s»"))
    expect(page.get_by_role("heading", name="Lieux")).to_be_focused()
    first = results(page).first.get_by_role("link").first
    for _ in range(6):
        page.keyboard.press("Tab")
        if first.evaluate("element => element === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    arrive(page, re.compile(r"/lieux/\d\w/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("m[ée]diath", re.I))


def test_a_result_says_where_what_for_and_whom_to_call(search):
    page = search("q=impots+labege")
    card = results(page).first
    expect(card).to_contain_text("Labège")
    expect(card).to_contain_text("Faire une démarche")
    expect(card.get_by_role("link", name="Appeler le")).to_have_attribute(
        "href", re.compile(r"^tel:\+33")
    )


def test_a_result_says_whether_it_is_open(visit, search):
    page = search()
    page.clock.install(time="2026-11-18T09:30:00+01:00")
    page.goto("/recherche/?q=france+services+saint+gaudens")
    expect(page.locator("[data-places] .now:not([hidden])").first).to_contain_text(
        re.compile("Ouvert|Fermé|ermanence")
    )


def test_a_result_says_of_old_facts_what_the_page_of_the_place_says(visit, search):
    page = search()
    page.clock.install(time="2026-11-18T09:30:00+01:00")
    page.goto("/recherche/?q=centre+social+jean+moulin+empalot")
    first = page.locator("[data-places] li").first
    expect(first.locator(".now b")).not_to_be_empty()  # the name alone comes before
    result = first.locator(".now b").inner_text()
    first.locator("h3 a").click()
    expect(page.locator(".now b").first).to_have_text(result)
    assert result.startswith("En principe\N{NO-BREAK SPACE}: ")


def test_names_have_the_signs_of_the_pages_they_lead_to(search):
    page = search("q=la poste d'aurignac")
    expect(results(page).first.locator(".call")).to_be_visible()  # the name alone comes before
    name = results(page).first.locator("h3 a")
    written = name.inner_text()
    assert "d’Aurignac" in written
    name.click()
    expect(page.locator("h1")).to_have_text(written)
    page.goto("/recherche/")
    field(page).press_sequentially("l'isle en dodon")
    expect(page.get_by_role("option").first).to_contain_text("L’Isle-en-Dodon")


@pytest.mark.parametrize(
    "typed",
    [
        "Médiathèques",
        "mediatheque",
        "MÉDIATHÈQUE",
        "médiath",
        "missions st gaudens",
        "Mission Saint-Gaudens",
    ],
)
def test_accents_capitals_hyphens_saints_and_beginnings_do_not_count(search, typed):
    page = search(f"q={typed}+haute-garonne")
    expect(results(page).first).to_be_visible()


def test_more_places_come_when_asked_and_the_focus_follows(search):
    page = search("q=ordinateur")
    expect(results(page)).to_have_count(PLACES_A_STEP)
    page.get_by_role("button", name="Afficher plus de lieux").press("Enter")
    expect(results(page)).to_have_count(2 * PLACES_A_STEP)
    expect(results(page).nth(PLACES_A_STEP).get_by_role("link").first).to_be_focused()
    expect(told(page)).to_contain_text("20 lieux affichés sur")


def test_filters_are_boxes_with_numbers_and_stay_in_the_address(search):
    page = search("q=mediatheque")
    expect(told(page)).to_contain_text("lieux pour")
    page.get_by_text("Préciser la recherche").press("Enter")
    free = page.get_by_role("checkbox", name=re.compile(r"^Gratuit \(\d+\)$"))
    number = re.search(r"\d+", free.locator("..").inner_text())
    assert number is not None
    free.press("Space")
    expect(told(page)).to_contain_text(f"{number[0]} lieux pour")
    arrive(page, re.compile("gratuit=oui"))
    page.goto("/lieux/")
    page.go_back()
    expect(told(page)).to_contain_text(f"{number[0]} lieux pour")
    expect(page.get_by_role("checkbox", name=re.compile("^Gratuit"))).to_be_checked()


def test_the_departement_narrows_the_list(search):
    page = search("q=mairie")
    page.get_by_label("Dans quel département ?").select_option("17")
    arrive(page, re.compile("departement=17"))
    expect(results(page).first.get_by_role("link").first).to_have_attribute(
        "href", re.compile("/lieux/17/")
    )


def test_the_back_button_shows_the_earlier_question(search):
    page = search("q=mediatheque")
    expect(told(page)).to_contain_text("mediatheque")
    field(page).fill("carte grise")
    field(page).press("Enter")
    expect(told(page)).to_contain_text("Lieux pour « Faire une démarche en ligne »")
    page.go_back()
    expect(told(page)).to_contain_text("lieux pour « mediatheque »")
    expect(field(page)).to_have_value("mediatheque")


def test_a_question_leads_to_its_need_and_to_places(search):
    page = search("q=refaire+ma+carte+grise")
    expect(told(page)).to_contain_text(
        re.compile(r"^Lieux pour «\sFaire une démarche .*\s»\s: \d+\.$")
    )
    expect(results(page).first).to_contain_text("Faire une démarche en ligne")
    page.locator("[data-needs]").get_by_role("link", name="Faire une démarche en ligne").click()
    arrive(page, "/besoins/demarches/")


def test_a_need_is_told_first_then_where_and_keeps_what_was_said(search):
    """«imprimer»: its page, where one is, then places; the commune chosen keeps the need."""
    page = search("q=imprimer")
    need = page.locator("[data-needs]")
    expect(need.get_by_role("link").first).to_have_attribute(
        "href", re.compile("/besoins/se-connecter/$")
    )
    where = need.get_by_role("combobox")
    expect(where).to_have_value("")
    expect(results(page).first.get_by_role("link", name="Appeler")).to_be_visible()
    expect(page.locator("[data-lists]")).to_be_hidden()
    boxes = [
        one.bounding_box() for one in (need.get_by_role("link").first, where, results(page).first)
    ]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == 3
    assert tops == sorted(tops)
    where.fill("labege")
    where.press("Enter")
    arrive(page, "/territoires/31/labege/#besoin-se-connecter")


def test_the_first_answer_does_not_wait_for_the_index_of_texts(search):
    """A slow telephone fetches 90 kB before Pagefind answers."""
    page = search()
    page.route("**/pagefind.js", lambda route: None)  # never comes
    page.goto("/recherche/?q=imprimer")
    expect(page.locator("[data-needs]").get_by_role("link").first).to_be_visible()
    page.goto("/recherche/?q=mediatheque")
    expect(results(page)).to_have_count(3)
    expect(results(page).first.get_by_role("link")).to_have_attribute("href", re.compile("/lieux/"))


@pytest.mark.parametrize("typed", ["impots labege", "labège impôts", "mes impots à labege"])
def test_a_need_and_a_commune_are_answered_by_the_places_near_it(search, typed: str):
    page = search(urlencode({"q": typed}))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(told(page)).to_contain_text(": Labège et autour")
    first = page.locator("[data-needs]").get_by_role("link").first
    expect(first).to_have_attribute("href", re.compile("/territoires/31/labege/#besoin-demarches$"))
    for card in results(page).all():
        assert "besoin-demarches" in (card.get_attribute("data-facets") or "")
    expect(results(page).first.locator(".now b")).not_to_be_empty()
    expect(results(page).first.get_by_role("link", name="Appeler")).to_be_visible()
    assert not [url for url in asked if "/recherche/texte/" in url]


def test_the_lists_of_communes_stay_only_where_nothing_was_found(search):
    page = search("q=zzzz")
    expect(page.locator("[data-lists]")).to_be_visible()
    page = search("q=mediatheque")
    expect(results(page).first).to_be_visible()
    expect(page.locator("[data-lists]")).to_be_hidden()


def test_a_slip_leads_to_the_nearest_word(search):
    page = search("q=imprimmante")
    expect(page.locator("[data-needs]").get_by_role("link").first).to_be_visible()
    page = search("q=mediateque+de+cognac")
    expect(told(page)).to_contain_text("Vouliez-vous dire")
    expect(results(page).first).to_contain_text("Médiathèque de Cognac")


QUESTIONS = json.loads((ROOT / "tests" / "search" / "questions.json").read_text("utf-8"))
ASK = """async (question) => {
  const form = document.querySelector("form[data-find]");
  const told = document.querySelector("[data-told][role=status]");
  const plain = (one) => one.textContent.trim().replace(/\\s/g, " ");
  const texts = (name) => [...document.querySelectorAll(name)].filter((one) => one.offsetParent)
    .map(plain);
  told.textContent = "…";
  form.elements.q.value = question;
  form.requestSubmit();
  const frame = () => new Promise(requestAnimationFrame);
  while (["…", "Nous cherchons…", "Searching…"].includes(told.textContent)) await frame();
  await frame();
  return {
    told: plain(told),
    needs: texts("[data-needs] a b"),
    found: texts("[data-places] h3, [data-dates] a"),
    instead: texts("[data-instead] a"),
  };
}"""


MEANT = """async ([module, questions]) => {
  const box = document.querySelector("[data-full-text]");
  const { keywords } = JSON.parse(box.querySelector("[data-texts]").textContent);
  const { wordsOf, meanings } = await import(module);
  return questions.map((question) => meanings(wordsOf(question), keywords).map(({ need }) => need));
}"""


@pytest.mark.parametrize("need", QUESTIONS)
def test_what_people_say_leads_to_a_need_and_never_to_nothing(search, built_site: Path, need: str):
    """No need: a question that says nothing but «aide» is answered by all of them. What the words
    mean is read for each question; one in three is asked, and those whose words alone do not
    tell."""
    page = search()
    (module,) = built_site.glob("assets/js/meaning.*.js")
    address = f"/{module.relative_to(built_site).as_posix()}"
    meant = page.evaluate(MEANT, [address, QUESTIONS[need]])
    told_by_words = [need] if need not in ("", UNSAID) else []
    untold = [
        typed
        for typed, needs in zip(QUESTIONS[need], meant, strict=True)
        if needs[:1] != told_by_words
    ]
    titles = {one.slug: FRENCH_SIGNS(one.title) for one in NEEDS}
    for question in {**dict.fromkeys(QUESTIONS[need][::3]), **dict.fromkeys(untold)}:
        answer = page.evaluate(ASK, question)
        assert answer["found"], question
        if need == UNSAID:
            assert answer["told"].startswith("Nous ne savons pas répondre à"), question
            continue
        assert answer["needs"][0] == titles.get(need, NEEDS[0].title), question
        assert need or len(answer["needs"]) == len(NEEDS), question
        assert not re.search("Aucun|ne connaissons pas", answer["told"]), question


def test_what_is_left_over_narrows_by_whole_names_only(search):
    """«mer» is no word of «ma mère»; a list that nothing explains is no answer."""
    page = search()
    whole = page.evaluate(ASK, "démarche administrative")["told"].rpartition(": ")[2]
    for question in ("déclaration de mon mari", "ameli.fr", "permis à points", "impots merr"):
        assert page.evaluate(ASK, question)["told"].endswith(f": {whole}"), question
    assert "rochelle" in page.evaluate(ASK, "impots la rochelle")["found"][0].lower()


def test_a_departement_is_its_longest_name(search):
    page = search("q=Charente-Maritime")
    expect(told(page)).to_contain_text("Voici tous les lieux")
    expect(page.get_by_label("Dans quel département ?")).to_have_value("17")
    for card in page.locator("[data-places] h3 a").all():
        assert "/lieux/17/" in (card.get_attribute("href") or "")


@pytest.mark.parametrize(
    ("questions", "elsewhere"),
    [
        (
            ("L'Isle-Jourdain", "Lille Jourdain", "Mont-de-Marsan", "deux-sèvres", "Bordeaux",
             "Villefranche de Rouergue", "33000", "Agen", "Cognac-la-Forêt"),
            True,
        ),
        (("piscine", "zzzz", "sourd", "bus", "wifi Royan", "Saint-Cyprien Toulouse"), False),
    ],
)  # fmt: skip
def test_only_a_name_of_elsewhere_is_said_to_be_outside(search, questions, elsewhere: bool):
    page = search()
    limit = page.locator("[data-elsewhere]")
    for question in questions:
        answer = page.evaluate(ASK, question)
        expect(limit).to_be_visible(visible=elsewhere)
        assert not answer["needs"] or not elsewhere, question
        assert not {"mont", "isle", "saint", "deux"} & set(answer["instead"]), question


@pytest.mark.parametrize(
    ("typed", "commune"),
    [
        ("Rochefort-sur-Mer", "Rochefort"),
        ("La Flotte en Ré", "La Flotte"),
        ("Saint-Cyprien Toulouse", "Toulouse"),
        ("wifi Royan", "Royan"),
        ("Lardenne", "Lardenne"),
    ],
)
def test_a_commune_is_found_in_part_of_what_was_typed(search, typed: str, commune: str):
    page = search(urlencode({"q": typed}))
    expect(page.locator("[data-answer] li b").first).to_have_text(commune)


def test_beginnings_of_communes_do_not_hide_what_has_the_very_word(search):
    page = search("q=bus")
    expect(results(page).first).to_contain_text("Bus France services")
    expect(page.locator("[data-answer] li").first).to_contain_text("Bussac")


def test_another_language_has_words_of_its_own(visit):
    page = visit("/en/recherche/", width=360).page
    for question, answer in (
        ("I need help", "Here are all the places"),
        ("print a document", "Use the internet"),
        ("help me with my taxes", "Do paperwork online"),
        ("deaf", "We cannot answer"),
    ):
        assert answer in page.evaluate(ASK, question)["told"], question


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Communauté d'Agglomération du Muretain", "Communauté d'Agglomération du Muretain"),
        ("Communauté de Communes Coeur de Saintonge", "Communauté de Communes Coeur de Saintonge"),
        ("centre communal daction sociale", "Centre Communal d'Action Sociale"),
        ("C.C.A.S.", "CCAS"),
        ("france services dangely", "France services Saint-Jean-d'Angély"),
        ("Pole emplio jolimont", "Pole Emploi Jolimont"),
    ],
)
def test_a_place_is_found_by_its_name(search, typed: str, name: str):
    page = search(urlencode({"q": typed}))
    expect(results(page).first.get_by_role("heading")).to_have_text(FRENCH_SIGNS(name))


@pytest.mark.parametrize("nonsense", ["zzzz", "toulouzain31", "99999"])
def test_nonsense_finds_nothing_and_says_so(search, nonsense):
    page = search(f"q={nonsense}")
    expect(page.locator("[data-answer] [role=status]")).to_contain_text("Nous n’avons pas trouvé")
    expect(results(page)).to_have_count(0)


def test_words_that_no_place_has_together_are_proposed_apart(search):
    page = search("q=imprimante+labege+tournefeuille")
    expect(told(page)).to_contain_text("Aucun lieu n’a tous ces mots")
    expect(page.locator("[data-instead]").get_by_role("link", name="imprimante")).to_be_visible()


def test_labels_and_pages_are_found_too(search):
    page = search("q=pass+numerique")
    expect(
        page.locator("[data-pages]").get_by_role("link", name="Pass numérique")
    ).to_have_attribute("href", re.compile("/labels/pass-numerique/$"))


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("bus+tusson", "/agenda/tournees/16/bus-france-services-emmaus-ruffec/"),
        ("rediger+cv", "/agenda/ateliers/31/rediger-son-cv/"),
    ],
)
def test_workshops_and_rounds_are_found_and_no_place_instead(search, words: str, path: str):
    page = search(f"q={words}")
    expect(told(page)).to_contain_text("Voici des ateliers et des passages")
    found = page.locator("[data-dates]").get_by_role("link").first
    expect(found).to_have_attribute("href", re.compile(f"{path}$"))
    expect(results(page)).to_have_count(0)  # a place of another commune is no answer


def test_a_choice_among_places_leaves_dates_out(search):
    page = search("q=bus&gratuit=oui")
    expect(told(page)).not_to_have_text("Nous cherchons…")
    expect(page.locator("[data-dates]")).to_be_hidden()


def test_a_commune_is_answered_without_the_search_of_texts(search):
    page = search()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field(page).fill("labège")
    field(page).press("Enter")
    offer = page.get_by_role("button", name="Chercher aussi « labège » parmi les lieux")
    expect(offer).to_be_visible()
    assert not [url for url in asked if "/recherche/texte/" in url]
    offer.press("Enter")
    expect(results(page).first).to_contain_text("Labège")


def test_what_a_quick_reader_typed_before_the_scripts_came_is_kept(visit, search):
    page = search()
    held: list[Route] = []
    page.route("**/town.*.js", lambda route: held.append(route))
    with page.expect_request("**/town.*.js"):
        page.reload()
    field(page).fill("labège")
    held[0].continue_()
    page.wait_for_load_state("networkidle")
    field(page).press("Enter")
    expect(page.get_by_role("button", name="Chercher aussi « labège »")).to_be_visible()


def test_without_scripts_the_page_says_so_and_offers_the_lists(visit):
    page = visit("/recherche/?q=mediatheque", javascript=False).page
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("[data-full-text]")).to_be_hidden()
    expect(page.get_by_role("link", name="Haute-Garonne (31)").first).to_be_visible()


def test_the_first_result_costs_less_than_the_budget(search, built_site: Path):
    """Compressed, from the first key on, each file once, as a cache keeps them."""
    page = search()
    fetched: set[str] = set()
    page.on("response", lambda response: fetched.add(urlsplit(response.url).path))
    page.reload()
    page.wait_for_load_state("networkidle")
    before = set(fetched)
    field(page).press_sequentially("mediatheque")
    field(page).press("Enter")
    expect(told(page)).to_contain_text("lieux pour")  # all of it: names come first
    weights = {path: weight(built_site / path.lstrip("/")) for path in fetched - before}
    assert any(path.endswith("pagefind.js") for path in weights)
    assert sum(weights.values()) < MOST_BYTES, weights


def weight(file: Path) -> int:
    data = file.read_bytes()
    return len(data) if data.startswith(b"\x1f\x8b") else len(gzip.compress(data, 9))


def test_a_page_that_was_fetched_before_a_publication_finds_the_index_of_now(search):
    """The index that it names is gone: it asks for itself again, and opens that of now."""
    page = search()
    fetched: list[bool] = []

    def answer(route: Route) -> None:
        html = route.fetch().text()
        if not fetched:
            html = re.sub(r'"pages": ?"[0-9a-f]{8}"', '"pages": "00000000"', html)
            html = re.sub(r"(entry|mots)\.[0-9a-f]{8}", r"\1.00000000", html)
            html = re.sub(r"ts=[0-9a-f]{8}", "ts=00000000", html)
        fetched.append("00000000" in html)
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route("**/recherche/?*", answer)
    page.goto("/recherche/?q=mediatheque")
    expect(told(page)).to_contain_text("lieux pour")
    assert fetched == [True, False]
    expect(results(page).first).to_contain_text(re.compile("m[ée]diath", re.I))

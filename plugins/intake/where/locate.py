"""Which commune a row is in, told by its own facts; what they leave open is left to a person.

A code, a postcode and a name may be cut, mistyped or of another town. One commune that fits them is
the answer. Of several that fit, or of facts that contradict each other, the name of the place, its
address or its point chooses when exactly one commune fits them too; else nobody is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from rapidfuzz import fuzz

from plugins.french.joins import at_town
from plugins.gazetteer import Commune, Gazetteer, normalize
from plugins.gazetteer.names import without_article
from plugins.intake.where.known_names import is_a_commune_name
from plugins.intake.where.point_choice import told_by_point
from plugins.intake.where.town_facts import (
    RowCommune,
    TownFacts,
    read_commune_code,
    read_postcode,
)
from plugins.intake.where.town_names import (
    BETWEEN_TOWNS,
    NEAR_NAME,
    begins,
    cited_in,
    is_like,
    is_slip,
    neighbours_called,
)
from plugins.intake.where.town_text import departement_of_postcode, split_town


def find_commune(gazetteer: Gazetteer, facts: TownFacts) -> RowCommune:
    """The present commune of a row. When there is none, `remarks` say what was tried."""
    return _Search(gazetteer, facts).result()


class _Search:
    """One row: its facts, read, and what is said while they are weighed."""

    def __init__(self, gazetteer: Gazetteer, facts: TownFacts) -> None:
        self._gazetteer = gazetteer
        self._facts = facts
        self._remarks: list[str] = []
        self._doubts: list[str] = []
        town, beside = split_town(facts.name), split_town(facts.postcode)
        self._name = town.name if not town.name.isdigit() else ""
        self._postcode = read_postcode(facts.postcode)
        if not self._postcode:  # «31670 Labège», in either column
            self._postcode = read_postcode(beside.postcode or town.postcode or town.name)
            self._name = self._name or (beside.name if beside.postcode else "")
            if facts.postcode and not self._postcode:
                self._remarks.append(f"code_postal : « {facts.postcode} » illisible")
        elif self._postcode != facts.postcode.strip():
            self._remarks.append(f"code_postal : « {facts.postcode} » lu {self._postcode}")
        departement = facts.departement.strip().upper() or town.departement
        departement = departement.zfill(2) if departement.isdigit() else departement
        known = departement in gazetteer.all_departements
        self._departement = departement if known else departement_of_postcode(self._postcode)

    @cached_property
    def _of_postcode(self) -> list[Commune]:
        return self._gazetteer.by_postcode(self._postcode) if self._postcode else []

    def result(self) -> RowCommune:
        """The answer, with the remarks and the doubts."""
        commune = self._by_code(read_commune_code(self._facts.code)) if self._facts.code else None
        if commune is None and not self._doubts:
            commune = self._by_postcode() if self._of_postcode else self._by_name()
        if commune is None and not self._doubts:
            self._tell_failure()
        return RowCommune(commune, self._postcode, self._remarks, self._doubts)

    def _by_code(self, code: str) -> Commune | None:
        commune = self._gazetteer.commune(self._gazetteer.current(code)) if code else None
        if commune is None:
            if code:
                self._remarks.append(f"code_insee : {code} n'existe pas")
            return None
        if commune.code != code:
            told = f"{code} est une ancienne commune, devenue {commune.nom}"
            self._remarks.append(f"code_insee : {told}")
        against = self._against(commune)
        if not against:
            return commune
        told = f"{commune.nom} d'après le code INSEE, mais {' et '.join(against.values())}"
        agreeing = bool(self._name) + bool(self._of_postcode) - len(against)
        is_shared = "name" in against and self._is_shared()
        agreeing -= is_shared  # the postcode of both communes decides nothing
        is_unknown = against.keys() == {"name"} and not is_shared and not self._is_elsewhere()
        if not agreeing and is_unknown:
            told = f"« {self._name} » placé {at_town(commune.nom)} d'après le code INSEE"
            self._doubts.append(f"commune : {told}")
            return commune
        if agreeing > 0 and not ("postcode" in against and self._is_out_of(commune)):
            # Two facts against one.
            self._doubts.append(f"commune : {told}")
            return commune
        named = self._gazetteer.find(self._name, self._departement or None)
        return self._chosen([commune, *self._of_postcode, *named], told, [commune, *named])

    def _is_shared(self) -> bool:
        """Whether the postcode is one of the commune that the row names, too."""
        wanted = normalize(self._name)
        named = {c.page_code for c in self._gazetteer.find(self._name, self._departement or None)}
        return any(
            commune.page_code in named or is_like(wanted, normalize(commune.nom))
            for commune in self._of_postcode
        )

    def _is_out_of(self, commune: Commune) -> bool:
        """Whether the row has a point, and it cannot be in a commune."""
        point = self._facts.point
        return point is not None and not self._gazetteer.is_plausible(commune.code, *point)

    def _against(self, commune: Commune) -> dict[str, str]:
        """Which of the row's name and postcode are not those of a commune, in words."""
        page = self._gazetteer.page_of(commune.code) or commune
        against = {}
        if self._name and not self._is_named(commune) and not self._is_named(page):
            against["name"] = f"la commune écrite est « {self._name} »"
        codes = {*commune.postcodes, *page.postcodes}
        if self._postcode not in codes and codes and self._of_postcode:
            against["postcode"] = f"{self._postcode} est un code postal d'ailleurs"
        return against

    def _is_named(self, commune: Commune) -> bool:
        """Whether the row's name may be that of a commune: whole, cut, mistyped or former."""
        if is_like(normalize(self._name), normalize(commune.nom)):
            return True
        found = self._gazetteer.find(self._name, commune.departement)
        return any(other.page_code == commune.page_code for other in found)

    def _is_elsewhere(self) -> bool:
        return is_a_commune_name(self._gazetteer, self._name)

    def _by_postcode(self) -> Commune | None:
        communes = self._of_postcode
        if not self._name:
            if len(communes) == 1:
                return communes[0]
            told = f"absente, et le code postal {self._postcode} est celui de {len(communes)}"
            return self._chosen(communes, f"{told} communes")
        told_before = len(self._remarks)
        fitting = self._fitting(communes)
        if len(fitting) == 1:
            if others := self._named_beside(fitting[0]):
                del self._remarks[told_before:]
                told = f"« {self._name} » nomme {_either([fitting[0], *others])}"
                return self._chosen([fitting[0], *others], told)
            return self._unless_longer(fitting[0])
        if fitting:
            whole = self._gazetteer.page_of(fitting[0].code)
            if whole and len({commune.page_code for commune in fitting}) == 1:
                return whole  # «Lyon», and a postcode of several arrondissements
            return self._chosen(fitting, f"« {self._name} » peut être {_either(fitting)}")
        if self._is_elsewhere():
            find = self._gazetteer.find
            named = find(self._name, self._departement or None) or find(self._name)
            told = f"« {self._name} » n'est pas une commune du code postal {self._postcode}"
            # A point on the side of the postcode may have been made of it: it proves nothing.
            return self._chosen([*named, *communes], f"{told} ({_either(communes)})", named)
        if len(communes) == 1:
            told = f"« {self._name} » placé {at_town(communes[0].nom)} d'après le code postal"
            self._doubts.append(f"commune : {told}")
            return communes[0]
        # The name of a village or a quarter: the nearest centre is often that of a neighbour.
        told = f"« {self._name} » {self._postcode} n'est pas reconnue"
        return self._chosen(communes, told, ())

    def _fitting(self, communes: Sequence[Commune]) -> list[Commune]:
        """Those that the row's name may be: the same name, else a former one, else a cut name, else
        a slip of the keyboard; at each step all that fit alike."""
        wanted = normalize(self._name)
        former = {found.code for found in self._gazetteer.find(self._name, self._departement)}
        whole = {c.code for c in communes if c.parent and _parent(self._gazetteer, c) == wanted}
        steps: tuple[Callable[[Commune, str], bool], ...] = (
            lambda _, name: name == wanted,
            lambda _, name: without_article(name) == without_article(wanted),
            lambda commune, _: commune.code in whole or commune.code in former,
            lambda _, name: begins(wanted, name),
            lambda _, name: begins(name, wanted),
        )
        for fits in steps:
            if found := [commune for commune in communes if fits(commune, normalize(commune.nom))]:
                if len(found) == 1 and fits in steps[3:]:
                    self._remarks.append(f"commune : « {self._name} » lu {found[0].nom}")
                return found
        scores = {c.code: fuzz.ratio(wanted, normalize(c.nom)) for c in communes}
        best = max(scores.values(), default=0)
        near = [c for c in communes if scores[c.code] >= max(NEAR_NAME, best - 4)]
        if len(near) == 1:
            self._remarks.append(f"commune : « {self._name} » lu {near[0].nom}")
        return near

    def _named_beside(self, commune: Commune) -> list[Commune]:
        """Other communes that the row's name holds after that of a commune: «Moëze/Soubise»."""
        wanted, name = normalize(self._name), normalize(commune.nom)
        first = next((n for n in (name, without_article(name)) if wanted.startswith(n + " ")), "")
        rest = re.sub(r"^(?:et|ou) ", "", wanted[len(first) :].strip()) if first else ""
        return neighbours_called(
            self._gazetteer, commune, rest, is_whole=not BETWEEN_TOWNS.search(self._name)
        )

    def _unless_longer(self, commune: Commune) -> Commune:
        """A whole name that is also the beginning of another one may be that one, cut: the name of
        the place then says so."""
        longer = [
            other
            for other in self._of_postcode
            if other is not commune and begins(normalize(self._name), normalize(other.nom))
        ]
        cited = cited_in(longer, self._facts.place, self._facts.address)
        if len(cited) != 1:
            return commune
        self._doubts.append(f"commune : {cited[0].nom}, d'après le nom du lieu ou son adresse")
        return cited[0]

    def _by_name(self) -> Commune | None:
        """Without a postcode that some commune has (CEDEX codes are those of nobody)."""
        found = self._gazetteer.find(self._name, self._departement or None) if self._name else []
        if len(found) == 1:
            return found[0]
        if found:
            told = f"{len(found)} communes s'appellent « {self._name} »"
            return self._chosen(found, told)
        return self._slip_in_departement() if self._name and self._departement else None

    def _slip_in_departement(self) -> Commune | None:
        """«Boulouparis»: the only commune of the département whose name is so near."""
        wanted = normalize(self._name)
        communes = self._gazetteer.communes_of(self._departement)
        near = [commune for commune in communes if is_slip(wanted, normalize(commune.nom))]
        if len(near) != 1 or self._is_elsewhere():
            return None
        self._doubts.append(f"commune : « {self._name} » lu {near[0].nom}, à vérifier")
        return near[0]

    def _chosen(
        self,
        communes: Iterable[Commune],
        told: str,
        by_point: Sequence[Commune] | None = None,
    ) -> Commune | None:
        """The one of several communes that the other facts of the row fit; the doubt is said.
        `by_point`: those that the point may tell, when it may not tell all."""
        found = list({commune.code: commune for commune in communes}.values())
        cited = cited_in(found, self._facts.place, self._facts.address)
        if len(cited) == 1:
            told = f"{told} : {cited[0].nom}, d'après le nom du lieu ou son adresse"
            self._doubts.append(f"commune : {told}")
            return cited[0]
        nearest = told_by_point(self._gazetteer, cited or found, self._facts.point)
        if nearest is not None and (by_point is None or nearest in by_point):
            told = f"{told} : {nearest.nom}, d'après le point, à vérifier"
            self._doubts.append(f"commune : {told}")
            return nearest
        self._doubts.append(f"commune : {told}")
        return None

    def _tell_failure(self) -> None:
        if self._name:
            told = f"« {self._name} » {self._postcode}".strip()
            self._remarks.append(f"commune : {told} n'est pas reconnue")
        elif self._postcode:
            self._remarks.append(f"commune : absente, et {self._postcode} n'existe pas")
        else:
            self._remarks.append("commune : ni commune, ni code postal, ni code INSEE")


def _either(communes: Sequence[Commune]) -> str:
    """«Corme-Écluse (17119) ou Corme-Royal (17120)»."""
    if len(communes) > 4:
        return f"l'une de {len(communes)} communes"
    names = [f"{commune.nom} ({commune.code})" for commune in communes]
    return " ou ".join(names) if len(communes) > 1 else communes[0].nom


def _parent(gazetteer: Gazetteer, commune: Commune) -> str:
    page = gazetteer.page_of(commune.code)
    return normalize(page.nom) if page else ""

"""What search engines call a kind of place and a day of the week: words of schema.org."""

from __future__ import annotations

from collections.abc import Mapping

SCHEMA_TYPES: Mapping[str, str] = {
    "BIB": "Library",
    "LA_POSTE": "PostOffice",
    "MUNI": "CityHall",
    "RFS": "GovernmentOffice",
    "PREF": "GovernmentOffice",
    "CD": "GovernmentOffice",
    "CCAS": "GovernmentOffice",
    "CAF": "GovernmentOffice",
    "ASSO": "NGO",
    "FT": "EmploymentAgency",
    "ML": "EmploymentAgency",
}
"""By code of `typologie`; any other is a «LocalBusiness»."""

SCHEMA_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

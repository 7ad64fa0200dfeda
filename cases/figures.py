"""A business case in figures for readers: amounts as one writes them, tables and charts."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases import economics
from cases.models import BusinessCasePage
from cases.models.business import Account

MINUS = "\N{MINUS SIGN}"
NO_BREAK = "\N{NO-BREAK SPACE}"


def kroner(amount: Decimal | int) -> str:
    """Return 48000 as "48.000 kr.", or "DKK 48,000" in English: a real minus, and no line break."""
    whole = economics.whole(Decimal(amount))
    digits = number_format(abs(whole), 0, force_grouping=True)
    text = _("%(amount)s kr.") % {"amount": f"{MINUS if whole < 0 else ''}{digits}"}
    return text.replace(" ", NO_BREAK)


def years(span: Decimal | None) -> str:
    """Return "2,5 år", or that the money does not come back."""
    if span is None:
        return _("Ikke inden for perioden")
    if span == 0:
        return _("Med det samme")
    rounded = span.quantize(Decimal("0.1"))
    return _("%(years)s år") % {"years": number_format(rounded, 1)}


def rate(page: BusinessCasePage) -> Decimal:
    """Return the page's discount rate as a fraction: 3.5 per cent is 0.035."""
    return page.discount_rate / 100


def lines_of(page: BusinessCasePage) -> list[economics.Line]:
    """Return the page's lines for the arithmetic."""
    return [
        economics.Line(
            year=line.year,
            low=Decimal(line.low),
            expected=Decimal(line.expected),
            high=Decimal(line.high),
            kind=line.kind,
            account=line.account,
        )
        for line in page.lines.all()
    ]


def card_figure(page: BusinessCasePage) -> dict[str, Any]:
    """Return the net present value of the page's own perspective, for its card."""
    seen = economics.result(
        lines_of(page), page.horizon_years, account=page.perspective, rate=rate(page)
    )
    label = ngettext(
        "nutidsværdi over %(years)d år, %(account)s",
        "nutidsværdi over %(years)d år, %(account)s",
        page.horizon_years,
    ) % {"years": page.horizon_years, "account": page.get_perspective_display().lower()}
    return {"figure": kroner(seen.npv), "label": label, "negative": seen.npv < 0}


def view_of(
    page: BusinessCasePage, account: str, lines: Sequence[economics.Line]
) -> dict[str, Any]:
    """Return one account's view: key figures, the three estimates, the years as bars and table."""
    by_estimate = {
        name: economics.result(
            lines, page.horizon_years, estimate=name, account=account, rate=rate(page)
        )
        for name in economics.ESTIMATES
    }
    expected = by_estimate["expected"]
    factors = economics.discounted([Decimal(1)] * len(expected.yearly), rate(page))
    return {
        "account": account,
        "label": Account(account).label,
        "years_caption": _("År for år: %(account)s") % {"account": Account(account).label},
        "estimates_caption": _("Tre skøn: %(account)s") % {"account": Account(account).label},
        "result": expected,
        "negative": expected.npv < 0,
        "key_figures": [
            (_("Nutidsværdi"), kroner(expected.npv)),
            (_("Investering"), kroner(expected.investment)),
            (_("Tjent hjem efter"), years(expected.payback)),
            (_("Tjent hjem med rente"), years(expected.discounted_payback)),
        ],
        "estimates": [
            [label, *(kroner(getattr(by_estimate[name], figure)) for name in economics.ESTIMATES)]
            for label, figure in (
                (_("Investering"), "investment"),
                (_("Netto i alt"), "total"),
                (_("Nutidsværdi"), "npv"),
            )
        ]
        + [
            [_("Tjent hjem efter"), *(years(by_estimate[n].payback) for n in economics.ESTIMATES)],
        ],
        "bars": [
            {
                "label": _("År %(year)d") % {"year": year},
                "value": float(amount),
                "display": kroner(amount),
                "kind": "danger" if amount < 0 else "ok",
            }
            for year, amount in enumerate(expected.yearly)
        ],
        "table": [
            [
                _("År %(year)d") % {"year": year},
                kroner(amount),
                kroner(expected.cumulative[year]),
                kroner(amount * factors[year]),
            ]
            for year, amount in enumerate(expected.yearly)
        ],
        "table_total": [_("I alt"), kroner(expected.total), "", kroner(expected.npv)],
        "curve": curve(expected.cumulative),
    }


WIDTH, HEIGHT, EDGE = 640, 240, 12


def curve(cumulative: Sequence[Decimal]) -> dict[str, Any]:
    """Return the points of the cumulated sum in a drawing of WIDTH × HEIGHT, and its zero line."""
    amounts = [float(amount) for amount in cumulative]
    low, high = min(0.0, *amounts), max(0.0, *amounts)
    span = (high - low) or 1.0
    step = (WIDTH - 2 * EDGE) / max(1, len(amounts) - 1)

    def height(amount: float) -> float:
        return round(EDGE + (high - amount) / span * (HEIGHT - 2 * EDGE), 1)

    points = [
        {"x": f"{EDGE + year * step:.1f}", "y": f"{height(amount):.1f}", "negative": amount < 0}
        for year, amount in enumerate(amounts)
    ]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "zero": f"{height(0):.1f}",
        "right": f"{WIDTH - EDGE}",
        "left": f"{EDGE}",
        "points": points,
        "line": " ".join(f"{point['x']},{point['y']}" for point in points),
    }


def line_table(page: BusinessCasePage) -> list[dict[str, Any]]:
    """Return the lines grouped by what they are for: {text, account, assumption, rows}."""
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    for line in page.lines.all():
        group = groups.setdefault(
            (line.text, line.account),
            {
                "text": line.text,
                "kind": line.get_kind_display(),
                "account": line.get_account_display(),
                "assumptions": [],
                "years": [],
            },
        )
        if line.assumption and line.assumption not in group["assumptions"]:
            group["assumptions"].append(line.assumption)
        group["years"].append(
            [
                _("År %(year)d") % {"year": line.year},
                kroner(line.low),
                kroner(line.expected),
                kroner(line.high),
            ]
        )
    return list(groups.values())


def risk_view(page: BusinessCasePage, npv: Decimal) -> dict[str, Any] | None:
    """Return the risks with what each costs on average, and the present value less all of them."""
    rows = list(page.risks.all())
    if not rows:
        return None
    risks = [economics.Risk(row.probability, Decimal(row.amount)) for row in rows]
    return {
        "table": [
            [
                row.text,
                f"{economics.whole(row.probability * 100)} %",
                kroner(abs(row.amount)),
                kroner(economics.expected_loss([risk])),
            ]
            for row, risk in zip(rows, risks, strict=True)
        ],
        "total": [_("I alt"), "", "", kroner(economics.expected_loss(risks))],
        "adjusted": kroner(economics.risk_adjusted(npv, risks)),
    }


def actual_view(page: BusinessCasePage, planned: Sequence[Decimal]) -> dict[str, Any] | None:
    """Return each year's realised figure beside its plan."""
    rows = {row.year: row for row in page.actuals.all()}
    if not rows:
        return None
    compared = economics.realised_against_planned(
        planned, {year: Decimal(row.amount) for year, row in rows.items()}
    )
    return {
        "table": [
            [
                _("År %(year)d") % {"year": each.year},
                kroner(each.planned),
                kroner(each.realised),
                kroner(each.deviation),
            ]
            for each in compared
        ],
        "notes": [
            {"year": row.year, "text": row.note} for _year, row in sorted(rows.items()) if row.note
        ],
    }

"""What the two Python programs of the peer model share: the network, its batches, its figures and the command line.

Time is in days, mass in tonnes, distance in kilometres, money in euros.
"""

import argparse
import csv
import json
import math
import random
import statistics
import sys
import time
from collections import namedtuple

Route = namedtuple("Route", "recycler km days fee")
"""A way to a recycler (its index) or, where recycler is None, to a landfill; the fee is for a tonne."""

KEPT = (
    "batches generated to_recycler to_landfill_direct delivered landfilled_direct processed product residue_shipped"
    " residue_landfilled tkm truck_km gate_fees landfill_fees product_value truck_wait truck_waits transits"
    " domain_events stock_days"
).split()


class Totals:
    """The sums that a run keeps; everything else follows from them."""

    __slots__ = KEPT

    def __init__(self, **sums):
        for name in KEPT:
            setattr(self, name, sums.pop(name, 0))
        if sums:
            raise TypeError(f"no such totals: {', '.join(sums)}")


class Network:
    """The parameters of a network, and the routes that follow from them before the run starts."""

    def __init__(self, parameters, days=None):
        self.parameters = parameters
        self.horizon = parameters["horizon_d"] if days is None else days
        self.generators = parameters["generators"]
        self.recyclers = parameters["recyclers"]
        self.landfills = parameters["landfills"]
        self.load = parameters["residue_load_t"]
        self.prices = [parameters["product_price"][r["stream"]] for r in self.recyclers]
        self.to_landfill = [min(self._landfill_routes(g), key=self._unit_cost) for g in self.generators]
        self.residue_routes = [min(self._landfill_routes(r), key=lambda route: route.km) for r in self.recyclers]
        self.outlets = [self._outlets(g, to) for g, to in zip(self.generators, self.to_landfill)]

    def _route(self, start, end, recycler, fee):
        km = math.hypot(start["x"] - end["x"], start["y"] - end["y"])
        return Route(recycler, km, km / self.parameters["truck_km_per_d"], fee)

    def _landfill_routes(self, start):
        return [self._route(start, z, None, z["fee"]) for z in self.landfills]

    def _unit_cost(self, route):
        return self.parameters["transport_cost_per_tkm"] * route.km + route.fee

    def _outlets(self, generator, to_landfill):
        """Routes to the recyclers of a generator's stream, cheapest first, without those dearer than its landfill."""
        routes = [
            self._route(generator, r, index, r["gate_fee"])
            for index, r in enumerate(self.recyclers)
            if r["stream"] == generator["stream"]
        ]
        worthwhile = [route for route in routes if self._unit_cost(route) <= self._unit_cost(to_landfill)]
        return sorted(worthwhile, key=self._unit_cost)

    def batches(self, index, seed, arrivals):
        """Days since the batch before and tonnes, for each batch of a generator: recorded ones, or drawn without end."""
        if arrivals is not None:
            before = 0.0
            for day, mass in arrivals[index]:
                yield day - before, mass
                before = day
            return
        draw = random.Random(seed * 1_000_003 + index).random
        rate = 1.0 / self.generators[index]["mean_interarrival_d"]
        mean = self.generators[index]["mean_batch_t"]
        least, spread = 0.5 * mean, 1.5 * mean - 0.5 * mean
        log = math.log
        while True:
            yield -log(1.0 - draw()) / rate, least + spread * draw()

    def figures(self, totals, committed, piles):
        """The figures of a finished run by the model's names, from its totals and what its recyclers still hold."""
        given = self.parameters
        told = {name: float(getattr(totals, name)) for name in KEPT}
        told["residue_made"] = told["processed"] - told["product"]
        told["transport_cost"] = told["tkm"] * given["transport_cost_per_tkm"]
        told["waiting_or_on_road_to_landfill"] = told["to_landfill_direct"] - told["landfilled_direct"]
        told["committed_recyclers"] = sum(committed)
        told["residue_piles"] = sum(piles)
        told["residue_on_road"] = told["residue_shipped"] - told["residue_landfilled"]
        told["landfilled"] = told["landfilled_direct"] + told["residue_landfilled"]
        told["recovery_rate"] = told["product"] / told["generated"]
        told["diversion_rate"] = told["to_recycler"] / told["generated"]
        told["mean_stock_t"] = told["stock_days"] / (self.horizon - 1)
        told["mean_truck_wait_d"] = told["truck_wait"] / told["truck_waits"]
        kilograms = (
            given["co2_kg_per_tkm"] * told["tkm"]
            + given["co2_kg_per_t_landfill"] * told["landfilled"]
            + given["co2_kg_per_t_product"] * told["product"]
        )
        told["co2_t"] = kilograms / 1000
        told["net_cost"] = told["transport_cost"] + told["gate_fees"] + told["landfill_fees"]
        return told


def read_arrivals(path, generators):
    """Recorded batches of each generator, days and tonnes, from a CSV of generator, milliseconds and grams."""
    recorded = [[] for _ in range(generators)]
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            recorded[int(row["generator"])].append((int(row["time_ms"]) / 86_400_000, int(row["mass_g"]) / 1e6))
    return recorded


def differences(figures, expected):
    """Figures that are off by more than a millionth of the expected ones."""
    return [
        f"{key}: {figures[key]!r}, expected {value!r}"
        for key, value in expected.items()
        if not abs(figures[key] - value) <= max(1e-6 * abs(value), 1e-9)
    ]


def read_expected(path):
    with open(path, newline="") as file:
        return [{key: float(cell) for key, cell in row.items()} for row in csv.DictReader(file)]


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("network", help="JSON file of the network's parameters")
    parser.add_argument("--runs", type=int, default=1, help="replications; each has the next seed")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first run")
    parser.add_argument("--days", type=int, help="horizon, if not the network's")
    parser.add_argument("--arrivals", metavar="CSV", help="replay these batches instead of drawing them")
    parser.add_argument("--json", action="store_true", help="write the figures of each run to standard output")
    parser.add_argument("--expect", metavar="CSV", help="fail unless run k has the figures of row k, to 1e-6")
    given = parser.parse_args()
    if given.runs < 1:
        parser.error(f"--runs is {given.runs}; it must be at least 1")
    if given.days is not None and given.days < 2:
        parser.error(f"--days is {given.days}; it must be at least 2")
    return given


def main(description, simulate):
    """Runs simulate(network, seed, arrivals), which gives the figures, and prints a row a run and the median.

    Counted is the CPU time of the whole process during a run; reading the network and the arrivals is not.
    """
    given = arguments(description)
    with open(given.network) as file:
        network = Network(json.load(file), given.days)
    arrivals = read_arrivals(given.arrivals, len(network.generators)) if given.arrivals else None
    expected = read_expected(given.expect)[: given.runs] if given.expect else []
    rows = sys.stderr if given.json else sys.stdout
    all_figures, rates = [], []
    for run in range(given.runs):
        before = time.process_time()
        figures = simulate(network, given.seed + run, arrivals)
        seconds = time.process_time() - before
        events = figures["domain_events"]
        all_figures.append(figures)
        rates.append(events / seconds / 1e6)
        print(
            f"run {run}: {events:.0f} domain events, {seconds:.3f} CPU s,"
            f" {rates[-1]:.3f} M domain events per CPU s",
            file=rows,
            flush=True,
        )
    print(f"median {statistics.median(rates):.3f} M domain events per CPU s", file=rows)
    if given.json:
        json.dump(all_figures, sys.stdout, indent=1)
        print()
    wrong = [line for figures, row in zip(all_figures, expected) for line in differences(figures, row)]
    if given.expect and not expected:
        wrong.append(f"{given.expect} has no rows")
    if wrong:
        sys.exit("\n".join(wrong))
    if expected:
        print(f"{len(expected)} run(s) have all {len(expected[0])} figures of {given.expect}", file=rows)

"""The peer model in SimPy: each batch, each recycler's line and each load of residue is a process.

Generators send batches with their own two trucks to recyclers that have room, or else to a landfill; recyclers make
products and send their residue to the nearest landfill. Needs SimPy 3 or 4.
"""

import simpy

from symbio import Totals, main


class Recycler:
    """One line with a finite store, which room is reserved in from the moment a batch appears."""

    def __init__(self, env, parameters, price, residue_route):
        self.queue = simpy.Store(env)
        self.room = parameters["storage_t"]
        self.capacity = parameters["capacity_t_per_d"]
        self.yield_share = parameters["yield_frac"]
        self.price = price
        self.residue_route = residue_route
        self.committed = 0.0
        self.pile = 0.0


class Model:
    def __init__(self, network, seed, arrivals):
        self.env = simpy.Environment()
        self.network = network
        self.totals = Totals()
        self.recyclers = [
            Recycler(self.env, parameters, price, route)
            for parameters, price, route in zip(network.recyclers, network.prices, network.residue_routes)
        ]
        for index, generator in enumerate(network.generators):
            trucks = simpy.Resource(self.env, capacity=generator["trucks"])
            self.env.process(self.generate(index, trucks, network.batches(index, seed, arrivals)))
        for recycler in self.recyclers:
            self.env.process(self.recycle(recycler))
        self.env.process(self.monitor())

    def figures(self):
        committed = [recycler.committed for recycler in self.recyclers]
        return self.network.figures(self.totals, committed, [recycler.pile for recycler in self.recyclers])

    def generate(self, index, trucks, batches):
        env, totals = self.env, self.totals
        outlets, to_landfill = self.network.outlets[index], self.network.to_landfill[index]
        for gap, mass in batches:
            yield env.timeout(gap)
            totals.batches += 1
            totals.generated += mass
            totals.domain_events += 1
            env.process(self.transport(trucks, self.reserve(outlets, mass) or to_landfill, mass))

    def reserve(self, outlets, mass):
        """The cheapest outlet with room, which is taken at once; None if there is none."""
        for route in outlets:
            recycler = self.recyclers[route.recycler]
            if recycler.committed + mass <= recycler.room:
                recycler.committed += mass
                self.totals.to_recycler += mass
                return route
        self.totals.to_landfill_direct += mass
        return None

    def transport(self, trucks, route, mass):
        env, totals = self.env, self.totals
        asked = env.now
        with trucks.request() as truck:
            yield truck
            totals.truck_wait += env.now - asked
            totals.truck_waits += 1
            yield env.timeout(route.days)
            self.unload(route, mass)
            if route.recycler is None:
                totals.landfilled_direct += mass
                totals.landfill_fees += mass * route.fee
            else:
                totals.delivered += mass
                totals.gate_fees += mass * route.fee
                self.recyclers[route.recycler].queue.put(mass)
            yield env.timeout(route.days)
            totals.domain_events += 1

    def recycle(self, recycler):
        env, totals, load = self.env, self.totals, self.network.load
        while True:
            mass = yield recycler.queue.get()
            yield env.timeout(mass / recycler.capacity)
            product = mass * recycler.yield_share
            totals.processed += mass
            totals.product += product
            totals.product_value += product * recycler.price
            totals.domain_events += 1
            recycler.committed -= mass
            recycler.pile += mass - product
            while recycler.pile >= load:
                recycler.pile -= load
                totals.residue_shipped += load
                env.process(self.haul_residue(recycler.residue_route, load))

    def haul_residue(self, route, load):
        yield self.env.timeout(route.days)
        self.unload(route, load)
        self.totals.residue_landfilled += load
        self.totals.landfill_fees += load * route.fee

    def unload(self, route, mass):
        totals = self.totals
        totals.tkm += mass * route.km
        totals.truck_km += 2 * route.km
        totals.transits += 1
        totals.domain_events += 1

    def monitor(self):
        while True:
            yield self.env.timeout(1)
            self.totals.stock_days += sum(recycler.committed for recycler in self.recyclers)
            self.totals.domain_events += 1


def simulate(network, seed, arrivals):
    model = Model(network, seed, arrivals)
    model.env.run(until=network.horizon)
    return model.figures()


if __name__ == "__main__":
    main(__doc__, simulate)

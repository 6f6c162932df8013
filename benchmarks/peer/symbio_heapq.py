"""The peer model as one event loop on heapq: the fastest form that was found in plain Python.

All state is in local variables. An event that schedules another takes its place on the heap, which saves a pop. What is
proportional to the tonnes that a recycler took is multiplied out after the run.
"""

import math
from collections import deque
from heapq import heapify, heappop, heappush, heapreplace

from symbio import Totals, main

NO_MORE = (math.inf, 0.0)


def simulate(network, seed, arrivals):
    """Events are tuples of time, order of scheduling (which breaks ties), kind, and what that kind needs."""
    batch_appears, truck_arrives, truck_is_back, service_ends, residue_arrives, sample = range(6)
    horizon, load = network.horizon, network.load
    outlets = [[(route.recycler, route) for route in routes] for routes in network.outlets]
    to_landfill, residue_routes = network.to_landfill, network.residue_routes
    capacity = [r["capacity_t_per_d"] for r in network.recyclers]
    residue_share = [1.0 - r["yield_frac"] for r in network.recyclers]

    batches = [network.batches(g, seed, arrivals) for g in range(len(network.generators))]
    free_trucks = [g["trucks"] for g in network.generators]
    waiting = [deque() for _ in network.generators]
    room = [r["storage_t"] for r in network.recyclers]
    lines = [deque() for _ in network.recyclers]  # the first batch of each is in service
    delivered, processed, piles = ([0.0] * len(room) for _ in range(3))
    whole_room = sum(room)
    appeared = departures = transits = loads_shipped = loads_landfilled = 0
    generated = to_landfill_direct = landfilled_direct = landfill_fees = 0.0
    tonne_km = km = waited = stock_days = 0.0

    heap = [(1.0, 0, sample)]
    for g, of_generator in enumerate(batches):
        gap, mass = next(of_generator, NO_MORE)
        heap.append((gap, len(heap), batch_appears, g, mass))
    order = len(heap) - 1
    heapify(heap)

    while True:
        event = heap[0]
        now = event[0]
        if now >= horizon:
            break
        kind = event[2]
        if kind == truck_arrives:
            _, _, _, g, route, mass = event
            recycler, distance, days, fee = route
            order += 1
            heapreplace(heap, (now + days, order, truck_is_back, g))
            transits += 1
            tonne_km += mass * distance
            km += distance
            if recycler is None:
                landfilled_direct += mass
                landfill_fees += mass * fee
            else:
                delivered[recycler] += mass
                line = lines[recycler]
                line.append(mass)
                if len(line) == 1:
                    order += 1
                    heappush(heap, (now + mass / capacity[recycler], order, service_ends, recycler))
        elif kind == batch_appears:
            _, _, _, g, mass = event
            gap, next_mass = next(batches[g], NO_MORE)
            order += 1
            heapreplace(heap, (now + gap, order, batch_appears, g, next_mass))
            appeared += 1
            generated += mass
            for recycler, route in outlets[g]:
                if mass <= room[recycler]:
                    room[recycler] -= mass
                    break
            else:
                route = to_landfill[g]
                to_landfill_direct += mass
            if free_trucks[g]:
                free_trucks[g] -= 1
                departures += 1
                order += 1
                heappush(heap, (now + route[2], order, truck_arrives, g, route, mass))
            else:
                waiting[g].append((now, route, mass))
        elif kind == truck_is_back:
            g = event[3]
            if waiting[g]:
                asked, route, mass = waiting[g].popleft()
                waited += now - asked
                departures += 1
                order += 1
                heapreplace(heap, (now + route[2], order, truck_arrives, g, route, mass))
            else:
                free_trucks[g] += 1
                heappop(heap)
        elif kind == service_ends:
            recycler = event[3]
            line = lines[recycler]
            mass = line.popleft()
            if line:
                order += 1
                heapreplace(heap, (now + line[0] / capacity[recycler], order, service_ends, recycler))
            else:
                heappop(heap)
            processed[recycler] += mass
            room[recycler] += mass
            pile = piles[recycler] + mass * residue_share[recycler]
            while pile >= load:
                pile -= load
                loads_shipped += 1
                order += 1
                heappush(heap, (now + residue_routes[recycler][2], order, residue_arrives, recycler))
            piles[recycler] = pile
        elif kind == residue_arrives:
            _, distance, _, fee = residue_routes[event[3]]
            heappop(heap)
            transits += 1
            loads_landfilled += 1
            tonne_km += load * distance
            km += distance
            landfill_fees += load * fee
        else:
            order += 1
            heapreplace(heap, (now + 1.0, order, sample))
            stock_days += whole_room - sum(room)

    products = [mass * r["yield_frac"] for mass, r in zip(processed, network.recyclers)]
    totals = Totals(
        batches=appeared,
        generated=generated,
        to_recycler=generated - to_landfill_direct,
        to_landfill_direct=to_landfill_direct,
        delivered=sum(delivered),
        landfilled_direct=landfilled_direct,
        processed=sum(processed),
        product=sum(products),
        residue_shipped=loads_shipped * load,
        residue_landfilled=loads_landfilled * load,
        tkm=tonne_km,
        truck_km=2 * km,
        gate_fees=sum(mass * r["gate_fee"] for mass, r in zip(delivered, network.recyclers)),
        landfill_fees=landfill_fees,
        product_value=sum(mass * price for mass, price in zip(products, network.prices)),
        truck_wait=waited,
        truck_waits=departures,
        transits=transits,
        domain_events=order + 1 - len(heap),  # scheduled, but for those still to come
        stock_days=stock_days,
    )
    committed = [r["storage_t"] - free for r, free in zip(network.recyclers, room)]
    return network.figures(totals, committed, piles)


if __name__ == "__main__":
    main(__doc__, simulate)

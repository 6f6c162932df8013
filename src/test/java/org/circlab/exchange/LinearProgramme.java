package org.circlab.exchange;

import java.util.Arrays;
import org.circlab.exchange.FlowSolution.Status;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** A flow problem as a linear programme, solved by ojAlgo in floating point: a second reference, for small numbers. */
final class LinearProgramme implements FlowSolver {

    @Override
    public FlowSolution solve(FlowProblem problem) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression[] balances = new Expression[problem.nodes()];
        Arrays.setAll(balances, node -> model.newExpression("node" + node).level(problem.supply(node)));
        for (int arc = 0; arc < problem.arcs(); arc++) {
            Variable flow = model.newVariable("arc" + arc).lower(0).weight(problem.cost(arc));
            if (problem.capacity(arc) != FlowProblem.UNLIMITED) {
                flow.upper(problem.capacity(arc));
            }
            if (problem.from(arc) != problem.to(arc)) {
                balances[problem.from(arc)].set(flow, 1);
                balances[problem.to(arc)].set(flow, -1);
            }
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            return FlowSolution.none(
                    result.getState() == Optimisation.State.UNBOUNDED ? Status.UNBOUNDED : Status.INFEASIBLE);
        }
        long[] flows = new long[problem.arcs()];
        Arrays.setAll(flows, arc -> Math.round(result.doubleValue(arc)));
        return new FlowSolution(Status.OPTIMAL, flows, new long[problem.nodes()]);
    }
}

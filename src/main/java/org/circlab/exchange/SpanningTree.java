package org.circlab.exchange;

/**
 * The spanning tree of a network simplex basis, hung from a root: each node but the root has a parent and the arc between the
 * two. All nodes stand in one ring, parents before children and each part of the tree in one piece, so that a part or all but a
 * part is read without branches, and moved in time of its stem (R. S. Barr, F. Glover and D. Klingman, Enhancements to spanning
 * tree labelling procedures for network optimization, INFOR 17, 1979).
 */
final class SpanningTree {

    static final int NONE = -1;

    final int root;
    final int[] parent;
    /** The arc between a node and its parent. */
    final int[] arc;
    /** Whether that arc leads from the node to its parent. */
    final boolean[] upward;

    /** The ring: what follows a node. */
    final int[] next;

    private final int[] previous;
    /** How many nodes are in the part whose top is a node, itself included. */
    private final int[] size;
    /** The last node of that part in the ring. */
    private final int[] last;

    /** A tree in which all other nodes hang from the last, the root; their arcs are yet to be told. */
    SpanningTree(int nodes) {
        this.root = nodes - 1;
        this.parent = new int[nodes];
        this.arc = new int[nodes];
        this.upward = new boolean[nodes];
        this.next = new int[nodes];
        this.previous = new int[nodes];
        this.size = new int[nodes];
        this.last = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            parent[node] = root;
            arc[node] = NONE;
            size[node] = 1;
            last[node] = node;
            link(node, node == root ? 0 : node + 1);
        }
        parent[root] = NONE;
        size[root] = nodes;
        last[root] = nodes == 1 ? root : root - 1;
    }

    private void link(int node, int after) {
        next[node] = after;
        previous[after] = node;
    }

    /** How many nodes are in the part whose top is a node. */
    int size(int node) {
        return size[node];
    }

    /** What follows the part whose top is a node in the ring. */
    int after(int node) {
        return next[last[node]];
    }

    /** Tells by which arc a node hangs. */
    void setArc(int node, int byArc, boolean isUpward) {
        arc[node] = byArc;
        upward[node] = isUpward;
    }

    /**
     * Takes the part below the arc of {@code top} out of the tree and hangs it by {@code node}, a node of that part, under
     * another node: the stem from {@code node} to {@code top} is turned over.
     */
    void move(int top, int node, int under, int byArc, boolean isUpward) {
        int join = join(top, under);
        takeOut(top, join);
        int end = node == top ? last[top] : turnOver(node, top);
        putIn(node, end, under, join);
        parent[node] = under;
        arc[node] = byArc;
        upward[node] = isUpward;
    }

    private void takeOut(int top, int join) {
        int end = last[top];
        int before = previous[top];
        link(before, next[end]);
        for (int up = parent[top]; up != join; up = parent[up]) {
            size[up] -= size[top];
        }
        for (int up = parent[top]; up != NONE && last[up] == end; up = parent[up]) {
            last[up] = before;
        }
    }

    private void putIn(int node, int end, int under, int join) {
        link(end, next[under]);
        link(under, node);
        for (int up = under; up != join; up = parent[up]) {
            size[up] += size[node];
        }
        for (int up = under; up != NONE && last[up] == under; up = parent[up]) {
            last[up] = end;
        }
    }

    /** Makes {@code node} the top of the part of {@code top}; each of the stem is followed by what else hung from it. */
    private int turnOver(int node, int top) {
        int total = size[top];
        int end = last[node];
        int below = node;
        int belowSize = size[node];
        int belowLast = last[node];
        int before = previous[node];
        int behind = next[belowLast];
        int belowArc = arc[node];
        boolean belowUpward = upward[node];
        int here = parent[node];
        while (true) {
            int hereLast = last[here];
            int hereSize = size[here];
            int hereBefore = previous[here];
            int hereArc = arc[here];
            boolean hereUpward = upward[here];
            int above = parent[here];
            int hereBehind = hereLast == belowLast ? behind : next[hereLast];
            link(end, here);
            if (hereLast == belowLast) {
                end = before;
            } else {
                link(before, behind);
                end = hereLast;
            }
            parent[here] = below;
            arc[here] = belowArc;
            upward[here] = !belowUpward;
            size[here] = total - belowSize;
            if (here == top) {
                break;
            }
            below = here;
            belowSize = hereSize;
            belowLast = hereLast;
            before = hereBefore;
            behind = hereBehind;
            belowArc = hereArc;
            belowUpward = hereUpward;
            here = above;
        }
        size[node] = total;
        for (int turned = top; turned != node; turned = parent[turned]) {
            last[turned] = end;
        }
        last[node] = end;
        return end;
    }

    /** The lowest node that is above both or one of them. */
    int join(int one, int other) {
        int a = one;
        int b = other;
        while (a != b) {
            if (size[a] < size[b]) {
                a = parent[a];
            } else {
                b = parent[b];
            }
        }
        return a;
    }
}

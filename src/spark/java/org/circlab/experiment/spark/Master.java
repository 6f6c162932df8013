package org.circlab.experiment.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.JavaSerializer;
import org.circlab.experiment.study.Simulations;
import org.circlab.experiment.study.StudyException;
import org.circlab.experiment.study.Workplace;

/**
 * What Spark calls a master: {@code spark://host:7077}, {@code yarn}, {@code k8s://host}, {@code local[2]}; or {@code spark} for
 * the one that {@code spark-submit} was told.
 */
final class Master {

    private static final String SUBMITTED = "spark";
    private static final String STANDALONE = "spark://";
    private static final Pattern ADDRESS = Pattern.compile("spark://.+|yarn|k8s://.+|local(\\[.+])?");
    private static final int PATIENCE_MILLIS = 5000;

    private Master() {}

    /**
     * The cluster of a master. Options of Spark are taken from system properties, as {@code spark-submit} sets them.
     *
     * @throws StudyException if there is no such address, or nobody answers there
     */
    static Workplace workplace(String address) {
        return new SparkWorkplace(conf(address), shipment -> new Simulations(shipment, cores()));
    }

    /** How the driver works; answers come back as Java writes them, whatever else the cluster prefers. */
    static SparkConf conf(String address) {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.app.name", "circlab")
                .setIfMissing("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.serializer", JavaSerializer.class.getName());
        if (!address.equals(SUBMITTED)) {
            conf.setMaster(address);
        } else if (!conf.contains("spark.master")) {
            throw new StudyException(
                    "only spark-submit knows where 'spark' is; write the address of the cluster, such as"
                            + " spark://host:7077");
        }
        String master = conf.get("spark.master");
        if (!ADDRESS.matcher(master).matches()) {
            throw new StudyException(
                    "'" + master + "' is no address of a Spark cluster; write it as in spark://host:7077");
        }
        if (master.startsWith(STANDALONE)) {
            requireAnswer(master);
        }
        Path program = program();
        return program.toString().endsWith(".jar") ? conf.setIfMissing("spark.jars", program.toString()) : conf;
    }

    /** How many tasks an executor does at the same time. */
    private static int cores() {
        return SparkEnv.get()
                .conf()
                .getInt("spark.executor.cores", Runtime.getRuntime().availableProcessors());
    }

    /** Sees whether any of the hosts of a standalone cluster can be reached, since Spark itself would try for a minute. */
    private static void requireAnswer(String master) {
        String reason = "";
        for (String place : master.substring(STANDALONE.length()).split(",", -1)) {
            try (Socket socket = new Socket()) {
                URI uri = new URI(STANDALONE + place);
                if (uri.getHost() == null || uri.getPort() < 0) {
                    throw new IOException("'" + place + "' is not written as host:port");
                }
                socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MILLIS);
                return;
            } catch (IOException | URISyntaxException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        throw new StudyException("no Spark master answers at " + master + " (" + reason
                + "); see whether it runs there and whether the address is the one that it says on its page");
    }

    /** The jar that holds this class, or the folder of its classes. */
    private static Path program() {
        try {
            return Path.of(Master.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

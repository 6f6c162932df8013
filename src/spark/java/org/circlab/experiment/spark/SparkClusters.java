package org.circlab.experiment.spark;

import org.circlab.experiment.study.Clusters;
import org.circlab.experiment.study.StudyException;
import org.circlab.experiment.study.Workplace;

/** Reaches clusters of Spark, if Spark is on the class path; this class itself is loaded without it. */
public final class SparkClusters implements Clusters {

    private static final String LOGGING = "log4j2.configurationFile";

    /** Nothing is looked for yet, as {@link java.util.ServiceLoader} wants it. */
    public SparkClusters() {}

    @Override
    public Workplace at(String address) {
        try {
            Class.forName("org.apache.spark.SparkContext", false, SparkClusters.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new StudyException(
                    "Spark is not on the class path; start the program with 'spark-submit --class org.circlab.cli.CircLab"
                            + " circlab-spark.jar', or with 'java -cp circlab-spark.jar:SPARK_HOME/jars/*"
                            + " org.circlab.cli.CircLab'",
                    missing);
        }
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "classpath:org/circlab/experiment/spark/log4j2.properties");
        }
        return Master.workplace(address);
    }
}

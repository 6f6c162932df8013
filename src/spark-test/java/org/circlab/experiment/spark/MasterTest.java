package org.circlab.experiment.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.spark.SparkConf;
import org.circlab.experiment.study.Clusters;
import org.circlab.experiment.study.StudyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterTest {

    @AfterEach
    void forgetWhatSparkSubmitSays() {
        System.clearProperty("spark.master");
        System.clearProperty("spark.serializer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yarn", "k8s://https://host:443", "local", "local[2]", "local[*]"})
    void goesWhereItIsTold(String address) {
        assertThat(Master.conf(address).get("spark.master")).isEqualTo(address);
    }

    @Test
    void goesWhereSparkSubmitWasTold() {
        System.setProperty("spark.master", "local[3]");
        assertThat(Master.conf("spark").get("spark.master")).isEqualTo("local[3]");
        assertThat(Master.conf("local[2]").get("spark.master")).isEqualTo("local[2]");
    }

    @Test
    void asksForAnAddressWhereSparkSubmitDidNotStartIt() {
        assertThatThrownBy(() -> Master.conf("spark"))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("spark://host:7077");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "spark://", "host:7077", "http://host", "mesos://host:1", "localhost", "local[", "yarn2"})
    void refusesWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> Master.conf(address))
                .isInstanceOf(StudyException.class)
                .hasMessage("'" + address + "' is no address of a Spark cluster; write it as in spark://host:7077");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark://127.0.0.1", "spark://:7077", "spark://a b:7077", "spark://127.0.0.1:x"})
    void refusesAStandaloneMasterWithoutHostAndPort(String address) {
        assertThatThrownBy(() -> Master.conf(address))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining(address);
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        String silent;
        try (ServerSocket closed = listening()) {
            silent = "127.0.0.1:" + closed.getLocalPort();
        }
        assertThatThrownBy(() -> Master.conf("spark://" + silent))
                .isInstanceOf(StudyException.class)
                .hasMessageStartingWith("no Spark master answers at spark://" + silent + " (");
        try (ServerSocket second = listening()) {
            String address = "spark://" + silent + ",127.0.0.1:" + second.getLocalPort();
            assertThat(Master.conf(address).get("spark.master")).isEqualTo(address);
        }
    }

    @Test
    void hasAnswersWrittenByJavaWhateverTheClusterPrefers() {
        System.setProperty("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        SparkConf conf = Master.conf("local");
        assertThat(conf.get("spark.serializer")).isEqualTo("org.apache.spark.serializer.JavaSerializer");
    }

    @Test
    void isFoundByTheProgram() {
        assertThat(Clusters.find()).get().isInstanceOf(SparkClusters.class);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}

package org.circlab.model;

/**
 * A point on the globe in WGS84.
 *
 * @param latitude degrees north, from -90 to 90
 * @param longitude degrees east, from -180 to 180
 */
public record Place(double latitude, double longitude) {
    public Place {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("the place [" + latitude + ", " + longitude
                    + "] is not on the globe; it is [latitude, longitude] in degrees");
        }
    }
}

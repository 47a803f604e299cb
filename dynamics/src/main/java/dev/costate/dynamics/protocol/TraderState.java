package dev.costate.dynamics.protocol;

/**
 * What a trader knows and has. By port: what it was told and when, its stock, and the totals of
 * what passed.
 *
 * @param round how many steps it has taken
 * @param prices money per unit; NaN before the first quote
 * @param sought from it a round, in units, as told last; NaN where no certain quantity is
 * @param quoted the round of the newest quote
 * @param stock grains for sale or for use; negative if it owes some
 * @param shipped grains sent to the market so far
 * @param received grains accepted from the market so far
 * @param paid grains of money sent to the market so far
 * @param collected grains of money accepted from the market so far
 * @param changed what it made less what it used so far, in grains
 * @param cash grains of money; negative if it owes some
 * @param claims by source, money a round
 * @param claimed by source, the round of the newest claim
 * @param memory of its conduct
 * @param intent what it planned last
 */
@SuppressWarnings("ArrayRecordComponent")
public record TraderState(
    long round,
    double[] prices,
    double[] sought,
    long[] quoted,
    long[] stock,
    long[] shipped,
    long[] received,
    long[] paid,
    long[] collected,
    long[] changed,
    long cash,
    double[] claims,
    long[] claimed,
    double[] memory,
    Conduct.Intent intent) {}

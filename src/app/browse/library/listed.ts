/** As much of what was skipped is listed in a report; more is counted. */
export const MOST_LISTED = 1000;

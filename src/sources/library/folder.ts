/** Where the library's files stand in the storage of this site. */
export const FOLDER = '.participant-timeline-library';

/** Finds problems of meaning: nothing that is drawn takes it. A module of its own, as what is loaded whole comes with a table of all its exports. */
export { problemsOf } from '../core/timeline/problems';

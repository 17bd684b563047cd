import { serveParse, type WorkerScope } from './serve';

// The types of this program are those of a page; of the worker's scope only this much is used.
serveParse(self as unknown as WorkerScope);

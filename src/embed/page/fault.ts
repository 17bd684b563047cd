import type { FrameFault } from '../protocol';

/** Thrown where a request ends in something its asker is to know. */
export class Fault extends Error {
  readonly fault: FrameFault;

  constructor(fault: FrameFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** What makes a timeline of a conversation: all of the core that is not needed to draw one. */
export type Pipeline = typeof import('./pipeline');

/** Where the component has it from. */
export interface PipelineSource {
  /** Nothing as long as it is not loaded. */
  present(): Pipeline | undefined;
  /** @throws when it cannot be loaded; asked once more, it is tried once more */
  load(): Promise<Pipeline>;
  /** It could not be loaded the last time. */
  failed(): boolean;
}

/** There from the start: on servers, in the element, in the frame. */
export function atHand(pipeline: Pipeline): PipelineSource {
  return { present: () => pipeline, load: () => Promise.resolve(pipeline), failed: () => false };
}

/** Loaded when the first conversation comes. What was loaded is code, which all timelines of a page share. */
export function onArrival(load: () => Promise<Pipeline>): PipelineSource {
  let known: Pipeline | undefined;
  let coming: Promise<Pipeline> | undefined;
  let failed = false;
  const bring = async () => {
    try {
      known = await load();
      failed = false;
      return known;
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      coming = undefined;
    }
  };
  return { present: () => known, load: () => (coming ??= bring()), failed: () => failed };
}

import type { TimelineFrameEvents } from './types';

type Events = TimelineFrameEvents;
type Listener = (news: never) => void;

/** Who is called on what. A listener that throws neither keeps the others from hearing, nor is it silenced. */
export class Listeners {
  readonly #lists = new Map<keyof Events, Set<Listener>>();

  add<T extends keyof Events>(type: T, listener: (news: Events[T]) => void): () => void {
    const list = this.#lists.get(type) ?? new Set();
    this.#lists.set(type, list);
    // Each call is one of its own, even with the same function.
    const own: Listener = (news) => listener(news);
    list.add(own);
    return () => {
      list.delete(own);
    };
  }

  tell<T extends keyof Events>(type: T, news: Events[T]): void {
    for (const listener of this.#lists.get(type) ?? []) {
      try {
        listener(news as never); // added under this very type
      } catch (error) {
        reportError(error);
      }
    }
  }

  clear(): void {
    // Those that are being called right now, too.
    for (const list of this.#lists.values()) list.clear();
  }
}

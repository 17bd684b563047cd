import type { Capabilities, ConversationSource } from '../../sources/source';

interface Later {
  name: string;
  /** As far as they are known. */
  capabilities: () => Capabilities;
  source: () => Promise<ConversationSource>;
}

/** A source that is fetched and opened when it is first asked something. */
export function laterSource({ name, capabilities, source }: Later): ConversationSource {
  return {
    name,
    get capabilities() {
      return capabilities();
    },
    list: async (query, signal) => (await source()).list(query, signal),
    place: async (listing, id, signal) => (await source()).place(listing, id, signal),
    count: async (filter, signal) => (await source()).count(filter, signal),
    facets: async (filter, choices, signal) => (await source()).facets(filter, choices, signal),
    chart: async (filter, request, signal) => (await source()).chart(filter, request, signal),
    get: async (id, signal) => (await source()).get(id, signal),
    onChange(listener) {
      let stop: (() => void) | undefined;
      let stopped = false;
      const listen = async () => {
        const each = await source();
        if (!stopped) stop = each.onChange?.(listener);
      };
      listen().catch(() => undefined); // whoever asks it something hears of it
      return () => {
        stopped = true;
        stop?.();
      };
    },
  };
}

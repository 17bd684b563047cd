import { type ComponentType, createElement, useEffect, useState } from 'react';

interface Closing {
  /** Called when the part cannot be loaded, too: asked for once more, it is tried once more. */
  onClose?: () => void;
}

/**
 * A part of the timeline that is loaded when it is first asked for, and until then is nothing. What was loaded
 * is code, which all timelines of a page share.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & Closing> {
  let known: ComponentType<Props> | undefined;
  return function OnDemand(props: Props & Closing) {
    const [part, setPart] = useState(() => known);
    const { onClose } = props;
    useEffect(() => {
      if (part) return undefined;
      let wanted = true;
      const bring = async () => {
        try {
          const loaded = await load();
          known = loaded;
          if (wanted) setPart(() => loaded);
        } catch {
          if (wanted) onClose?.(); // the network's fault; nothing else of the timeline is the worse for it
        }
      };
      void bring();
      return () => {
        wanted = false;
      };
    }, [part, onClose]);
    return part ? createElement(part, props) : null;
  };
}

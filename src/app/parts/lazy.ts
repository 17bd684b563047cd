import { type ComponentType, createElement, lazy as loadedOnce } from 'react';

let tries = 0;

/** Whatever could not be loaded is asked for anew when it is drawn the next time. */
export function tryLoadingAgain(): void {
  tries += 1;
}

/**
 * Like React's own, which keeps a failure for good: one moment without a network, and a part would be lost until the
 * page is loaded anew.
 */
export function lazy<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  let failedIn: number | undefined;
  const once = () =>
    loadedOnce(async () => {
      try {
        return await load();
      } catch (error) {
        failedIn = tries;
        throw error;
      }
    });
  let part = once();
  return function Lazy(props: Props) {
    if (failedIn !== undefined && failedIn !== tries) {
      failedIn = undefined;
      part = once();
    }
    return createElement(part, props);
  };
}

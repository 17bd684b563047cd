import { type Ref, type RefObject, useCallback, useImperativeHandle, useState } from 'react';
import type { Timeline } from '../core/model/timeline';
import { findMark, rangeOfMark } from '../core/view/marks';
import type { Range } from '../core/view/range';
import type { View } from '../core/view/view';
import type { ParticipantTimelineHandle, ParticipantTimelineProps, PictureOptions } from './props';
import type { Dispatch } from './use-view';

interface Options extends Pick<ParticipantTimelineProps, 'timeZone' | 'locale' | 'compact'> {
  timeline: Timeline;
  root: RefObject<HTMLDivElement | null>;
  view: View;
  dispatch: Dispatch;
}

/** What the host may do through the ref. @returns What it selected last: another object each time. */
export function useHandle(ref: Ref<ParticipantTimelineHandle>, options: Options): { id: string } | undefined {
  const { timeline, root, view, dispatch, timeZone, locale, compact } = options;
  const [asked, setAsked] = useState<{ id: string }>();
  const picture = useCallback(
    async (wanted?: PictureOptions) => {
      const { themeOf, toSvg } = await import('./figure/to-svg');
      const { width, theme, compact: low } = wanted ?? {};
      return toSvg(timeline, {
        view,
        timeZone,
        locale,
        width: width ?? (root.current?.clientWidth || undefined),
        theme: theme ?? themeOf(root.current),
        compact: low ?? compact,
      });
    },
    [timeline, view, timeZone, locale, compact, root],
  );
  useImperativeHandle(
    ref,
    () => ({
      fit: () => dispatch({ type: 'fit' }),
      zoomTo(range?: Range) {
        // Hosts without types may hand over nothing, or no numbers.
        if (range && Number.isFinite(range.end - range.start)) dispatch({ type: 'show', range });
      },
      select(id) {
        const mark = findMark(timeline, id ?? '');
        dispatch({ type: 'select', id: mark?.id });
        if (!mark) return;
        setAsked({ id: mark.id });
        dispatch({ type: 'reveal', range: rangeOfMark(mark) });
      },
      toSvg: picture,
      async toPng({ scale, ...wanted } = {}) {
        const { toPng } = await import('./figure/to-png');
        return toPng(await picture(wanted), scale);
      },
    }),
    [dispatch, timeline, picture],
  );
  return asked;
}

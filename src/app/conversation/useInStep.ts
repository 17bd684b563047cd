import { type Dispatch, type RefObject, type SetStateAction, useRef } from 'react';
import type { SegmentType, Timeline } from '../../core/index';
import type { ParticipantTimelineHandle, View } from '../../timeline/index';
import type { PanelName } from '../panels/Tabs';
import { type Panels, usePanels } from '../panels/usePanels';
import { selectedShown } from '../view/selectedShown';
import { useAddressView } from '../view/useAddressView';

export interface InStep {
  view: View;
  setView: Dispatch<SetStateAction<View>>;
  /** To be given to the drawing. */
  drawing: RefObject<ParticipantTimelineHandle | null>;
  /** What it can be told; nothing before it is there. */
  handle: () => ParticipantTimelineHandle | null;
  panels: Panels;
  /** Selects a mark and lets segments of its types stand out. */
  show: (mark: string | undefined, types: SegmentType[]) => void;
}

interface InStepOptions {
  /** The view stands in the page's address. */
  inAddress: boolean;
  redacted: boolean;
  /** The panel that is open at first. */
  panel: PanelName;
}

/** The picture of a conversation and its panels, in step: what is chosen in one is seen in the other. */
export function useInStep(timeline: Timeline, { inAddress, redacted, panel }: InStepOptions): InStep {
  const [view, setView] = useAddressView(inAddress, redacted);
  const drawing = useRef<ParticipantTimelineHandle>(null);
  const panels = usePanels(panel, drawing, (id) =>
    setView((current) => selectedShown(timeline, id, current)),
  );

  function show(mark: string | undefined, types: SegmentType[]) {
    panels.select(mark);
    // After the selection, which the timeline makes of the view it has.
    setView((current) => ({ ...current, highlighted: types }));
  }
  return { view, setView, drawing, handle: () => drawing.current, panels, show };
}

import { type Conversation, exportConversations, type Timeline } from '../../core/index';
import { BYTE_ORDER_MARK } from '../../core/export/csv';
import { listEvents } from '../../core/export/events';
import type { ParticipantTimelineHandle } from '../../timeline/index';
import { eventsCsv } from '../../timeline/events-csv';
import { distinctNames } from '../../ui/distinct-names';
import { english } from '../../ui/words';

export type FileKind = 'svg' | 'png' | 'csv' | 'json';
export const FILE_KINDS: readonly FileKind[] = ['svg', 'png', 'csv', 'json'];

export interface Exported {
  timeline: Timeline;
  conversation: Conversation;
  /** What is on the screen; it draws the pictures. */
  drawing: ParticipantTimelineHandle | null;
}

const TYPES = {
  svg: 'image/svg+xml',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

export function csvBlob(text: string): Blob {
  return new Blob([BYTE_ORDER_MARK, text], { type: TYPES.csv });
}

async function picture(kind: 'svg' | 'png', { drawing }: Exported): Promise<Blob> {
  if (!drawing) throw new Error('Nothing is drawn');
  return kind === 'png' ? drawing.toPng() : new Blob([await drawing.toSvg()], { type: TYPES.svg });
}

/** @throws what the browser throws when it cannot paint a picture that large */
export async function fileOf(kind: FileKind, exported: Exported): Promise<Blob> {
  if (kind === 'csv')
    return csvBlob(eventsCsv(listEvents(distinctNames(exported.timeline, english)), english));
  if (kind === 'json') return new Blob([exportConversations([exported.conversation])], { type: TYPES.json });
  return picture(kind, exported);
}

/** An id comes from strangers: only what every file system takes is kept. */
export function fileName(id: string, kind: FileKind): string {
  const safe = id.replaceAll(/[^\w-]+/g, '-').slice(0, 60);
  return `conversation-${safe}.${kind}`;
}

import type { Conversation, Evidence, Problem, Timeline } from '../../core/index';
import { findMark, type Mark } from '../../core/view/marks';
import { markId } from '../../core/view/mark-id';
import { evidenceOf } from '../details/facts';
import { marksOf } from './allMarks';

/** Which marks rest on a place of the data: by pointer, the ids of the marks whose evidence names it. */
export interface MarkIndex {
  /** The mark that a problem speaks of: the one that shares most of its places, best by the rule of that name. */
  meant(problem: Pick<Problem, 'code' | 'pointers'>): string | undefined;
  /** Of the first of the places that some mark names; else of the participant that it belongs to. */
  first(pointers: readonly string[]): readonly string[];
  /** By its id: quicker, of many, than to look for each among all. */
  find(id: string): Mark | undefined;
}

/** Made once per timeline, when first asked for: a conference has tens of thousands of marks. */
export function indexMarks(timeline: Timeline, conversation: Conversation): MarkIndex {
  let made: Map<string, string[]> | undefined;
  let marks: Map<string, Mark> | undefined;

  function byId(): Map<string, Mark> {
    return (marks ??= new Map(marksOf(timeline).map((mark) => [mark.id, mark])));
  }
  function index(): Map<string, string[]> {
    made ??= byPointer([...byId().values()], { timeline, conversation });
    return made;
  }
  function find(id: string): Mark | undefined {
    return byId().get(id) ?? findMark(timeline, id);
  }
  return {
    find,
    meant({ code, pointers }) {
      const ids = new Set(pointers.flatMap((pointer) => index().get(pointer) ?? []));
      let best: { id: string; score: number } | undefined;
      for (const id of ids) {
        const mark = find(id);
        const score = scoreOf(mark && evidenceOf(mark), { code, pointers });
        if (!best || score > best.score) best = { id, score };
      }
      return best?.id;
    },
    first(pointers) {
      const pointer = pointers.find((one) => index().has(one));
      return pointer === undefined ? [] : (index().get(pointer) ?? []);
    },
  };
}

/** A mark that begins with the place the problem begins with is rather meant than one that ends there. */
function scoreOf(
  evidence: Evidence | undefined,
  { code, pointers }: Pick<Problem, 'code' | 'pointers'>,
): number {
  if (!evidence) return 0;
  const shared = pointers.filter((pointer) => evidence.pointers.includes(pointer)).length;
  const begins = evidence.pointers[0] === pointers[0];
  return shared + (begins ? 0.5 : 0) + (evidence.rule === code ? pointers.length : 0);
}

function byPointer(
  marks: readonly Mark[],
  { timeline, conversation }: { timeline: Timeline; conversation: Conversation },
): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  function add(pointer: string, id: string): void {
    const known = ids.get(pointer);
    if (known) known.push(id);
    else ids.set(pointer, [id]);
  }
  for (const mark of marks) {
    for (const pointer of evidenceOf(mark)?.pointers ?? []) add(pointer, mark.id);
  }
  const lanes = new Map(timeline.lanes.map((lane) => [lane.participant.id ?? lane.id, lane]));
  // Several may share an id: what one look alone tells of is known by its place.
  const alone = new Map(timeline.lanes.map((lane) => [lane.participant.pointer, lane]));
  alone.delete('');
  for (const { participants } of conversation.observations) {
    for (const { id, pointer } of participants) {
      const lane = alone.get(pointer) ?? (id === undefined ? undefined : lanes.get(id));
      if (lane) add(pointer, markId({ kind: 'lane', laneId: lane.id }));
      alone.delete(pointer);
    }
  }
  for (const [pointer, { id }] of alone)
    if (!ids.has(pointer)) add(pointer, markId({ kind: 'lane', laneId: id }));
  return ids;
}

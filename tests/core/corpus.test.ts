import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { buildTimeline, measure, parseConversations, type Timeline, type Totals } from '../../src/core/index';
import { readDocuments } from '../../src/core/parse/json/documents';
import { resolvePointer } from '../fixtures/pointer';

/** Real and made payloads: whatever a file holds, the picture must stand on it. */
const OWN = 'public/samples';
const NEIGHBOUR = '../shared/samples';

/** The input as its pointers see it: several documents are as one array, and texts in base64 as what they say. */
function inputOf(text: string): unknown {
  const { documents, count } = readDocuments(text);
  if (count === 1) return decoded(documents[0]?.value);
  const list: unknown[] = [];
  for (const { value, index } of documents) list[index] = decoded(value);
  return list;
}

function decoded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) => {
      if (typeof inner !== 'object' || inner === null || !('encoding' in inner && 'text' in inner))
        return inner;
      const isBase64 = inner.encoding === 'base64' && typeof inner.text === 'string';
      return isBase64 ? { ...inner, text: Buffer.from(String(inner.text), 'base64').toString() } : inner;
    }),
  );
}

interface Mark {
  what: string;
  start: number;
  end: number;
  planned: boolean;
  pointers: string[];
}

function marksOf({ lanes, links }: Timeline): Mark[] {
  const spanned = (
    what: string,
    mark: { start: number; end: number; certainty: string; evidence: { pointers: string[] } },
  ) => ({
    what,
    start: mark.start,
    end: mark.end,
    planned: mark.certainty === 'planned',
    pointers: mark.evidence.pointers,
  });
  const instant = (
    what: string,
    mark: { at: number; evidence: { pointers: string[] } },
    planned: boolean,
  ) => ({
    what,
    start: mark.at,
    end: mark.at,
    planned,
    pointers: mark.evidence.pointers,
  });
  return [
    ...links.map((link) => spanned(link.kind, link)),
    ...lanes.flatMap((lane) => [
      ...lane.roles.map((role) => spanned(`role ${role.role}`, role)),
      // A resume may lie ahead, and a limit is no mark of what happened.
      ...lane.milestones.map((milestone) => instant(milestone.kind, milestone, milestone.kind === 'resume')),
      ...lane.limits.map((limit) => instant(`limit ${limit.kind}`, limit, true)),
      ...lane.tracks.flatMap((track) => track.segments.map((segment) => spanned(segment.type, segment))),
    ]),
  ];
}

/** Evidence reaches the very value; only a `controlling` that was emptied is told by its list. */
function isEvidence(value: unknown, pointer: string): boolean {
  if (Array.isArray(value)) return pointer.endsWith('/controlling');
  return value !== undefined && (typeof value !== 'object' || value === null);
}

function expectSound(input: unknown, timeline: Timeline): void {
  for (const mark of marksOf(timeline)) {
    expect([mark.what, ...mark.pointers].length).toBeGreaterThan(1);
    for (const pointer of mark.pointers) {
      const value = resolvePointer(input, pointer);
      expect([mark.what, pointer, value, isEvidence(value, pointer)]).toEqual([
        mark.what,
        pointer,
        value,
        true,
      ]);
    }
    expect([mark.what, mark.end >= mark.start]).toEqual([mark.what, true]);
    if (mark.planned) continue;
    expect([mark.what, mark.start]).toEqual([mark.what, Math.max(mark.start, timeline.start)]);
    expect([mark.what, mark.end]).toEqual([mark.what, Math.min(mark.end, timeline.end)]);
  }
}

function expectNotNegative(totals: Totals): void {
  for (const [name, total] of Object.entries(totals)) expect([name, total >= 0]).toEqual([name, true]);
}

function expectCounted(timeline: Timeline): void {
  const { conversation, lanes } = measure(timeline);
  expectNotNegative(conversation.totals);
  const figures = Object.entries(conversation).filter(([, value]) => typeof value === 'number');
  for (const [name, value] of figures) expect([name, value >= 0]).toEqual([name, true]);
  for (const lane of lanes) {
    expectNotNegative(lane.totals);
    for (const track of lane.tracks) expectNotNegative(track.totals);
  }
}

const filesOf = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
/** The only one that no conversation can be read from: its envelope is of another kind. */
const EMPTY = 'eventbridge-not-a-conversation.json';

describe.each([OWN, NEIGHBOUR].flatMap((folder) => filesOf(folder).map((file) => [file, folder] as const)))(
  '%s',
  (file, folder) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const result = parseConversations(text);

    it('is read', () => {
      expect(result.conversations.length > 0).toBe(file !== EMPTY);
      expect(result.problems.filter(({ code }) => code === 'unknown-format')).toEqual([]);
      expect(parseConversations(new TextEncoder().encode(text))).toEqual(result);
    });

    it('builds sound timelines, live or long after', () => {
      const input = inputOf(text);
      for (const conversation of result.conversations) {
        for (const now of [undefined, Date.UTC(2026, 10, 30)]) {
          const timeline = buildTimeline(conversation, now === undefined ? {} : { now });
          expect(timeline.lanes.length).toBeGreaterThan(0);
          expectSound(input, timeline);
          expectCounted(timeline);
        }
      }
    });

    it('names places of its problems that are there', () => {
      const input = inputOf(text);
      const problems = [
        ...result.problems,
        ...result.conversations.flatMap((c) => buildTimeline(c).problems),
      ];
      for (const { code, pointers } of problems) {
        for (const pointer of pointers)
          expect([code, pointer, resolvePointer(input, pointer)]).not.toEqual([code, pointer, undefined]);
      }
    });
  },
);

test.skipIf(!existsSync(NEIGHBOUR))(
  'the payloads beside the repository were there and were read, too',
  () => {
    expect(filesOf(NEIGHBOUR).length).toBeGreaterThan(0);
  },
);

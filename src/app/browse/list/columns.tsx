import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { DEEDS, doersOf } from '../../../sources/choices';
import { isCounted } from '../../../sources/distribution';
import type { Measure, Row } from '../../../sources/source';
import { boundOf, MEASURES } from '../state/browseState';
import { browseWords } from '../../words/browse';
import { LengthCell, MarksCell, NamesCell, ProblemsCell, StartCell, TextCell, WordsCell } from './cells';
import { PreviewPicture } from './PreviewPicture';
import { TitleCell } from './TitleCell';

export const features = tableFeatures({
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: metaHelper<{ align?: 'end' }>(),
});

const column = createColumnHelper<typeof features, Row>();
const names = browseWords.columns;

const PREVIEW_WIDTH = 200;
const CELL_PADDING = 20;

function measureColumn(measure: Measure) {
  return column.accessor((row) => row[measure], {
    id: measure,
    header: names[measure],
    size: isCounted(measure) ? 104 : 124, // “161d 10:10:10”, “at least 1:46:27”
    meta: { align: 'end' },
    sortDescFirst: true,
    cell: ({ row: { original } }) => (
      <LengthCell
        value={original[measure]}
        counted={isCounted(measure)}
        bound={boundOf(measure, original.bounds)}
      />
    ),
  });
}

/**
 * Every column there is, in their first order. An accessor makes a column sortable: only what is a `SortKey` of sources
 * may have one, by its name there.
 */
export const columns = column.columns([
  column.accessor('title', {
    header: names.title,
    size: 200,
    enableHiding: false,
    cell: ({ row }) => <TitleCell row={row.original} />,
  }),
  column.accessor('start', {
    header: names.start,
    size: 192,
    sortDescFirst: true,
    cell: ({ row }) => <StartCell at={row.original.start} />,
  }),
  column.display({
    id: 'preview',
    header: names.preview,
    size: PREVIEW_WIDTH + CELL_PADDING,
    enableSorting: false,
    cell: ({ row, column }) => (
      <PreviewPicture preview={row.original.preview} width={Math.max(40, column.getSize() - CELL_PADDING)} />
    ),
  }),
  measureColumn('duration'),
  column.display({
    id: 'media',
    header: names.media,
    size: 140,
    cell: ({ row }) => <WordsCell of="media" values={row.original.media} />,
  }),
  column.display({
    id: 'marks',
    header: names.marks,
    size: 224,
    cell: ({ row }) => <MarksCell row={row.original} />,
  }),
  column.display({
    id: 'queues',
    header: names.queues,
    size: 150,
    cell: ({ row }) => <NamesCell names={row.original.queues} />,
  }),
  column.display({
    id: 'users',
    header: names.users,
    size: 150,
    cell: ({ row }) => <NamesCell names={row.original.users} />,
  }),
  ...DEEDS.map((deed) =>
    column.display({
      id: deed,
      header: names[deed],
      size: 190,
      cell: ({ row }) => <NamesCell names={doersOf(row.original, deed)} />,
    }),
  ),
  ...MEASURES.filter((measure) => measure !== 'duration').map(measureColumn),
  column.display({
    id: 'problems',
    header: names.problems,
    size: 90,
    meta: { align: 'end' },
    cell: ({ row }) => <ProblemsCell row={row.original} />,
  }),
  column.display({
    id: 'direction',
    header: names.direction,
    size: 100,
    cell: ({ row }) => (
      <WordsCell
        of="direction"
        values={row.original.direction === undefined ? [] : [row.original.direction]}
      />
    ),
  }),
  column.display({
    id: 'teams',
    header: names.teams,
    size: 140,
    cell: ({ row }) => <NamesCell names={row.original.teams} />,
  }),
  column.display({
    id: 'wrapUps',
    header: names.wrapUps,
    size: 150,
    cell: ({ row }) => <NamesCell names={row.original.wrapUps} />,
  }),
  column.display({
    id: 'purposes',
    header: names.purposes,
    size: 160,
    cell: ({ row }) => <WordsCell of="purpose" values={row.original.purposes} />,
  }),
  column.accessor('id', {
    header: names.id,
    size: 290,
    enableSorting: false,
    cell: ({ row }) => <TextCell text={row.original.id} />,
  }),
]);

/** What a supervisor looks at first. */
export const SHOWN_FIRST: readonly string[] = [
  'title',
  'start',
  'preview',
  'duration',
  'media',
  'marks',
  'queues',
  'users',
  'timeToAnswer',
  'hold',
  'acw',
  'handle',
  'unanswered',
];

export function idOf(each: (typeof columns)[number]): string {
  return each.id ?? ('accessorKey' in each ? String(each.accessorKey) : '');
}

export const COLUMN_IDS: readonly string[] = columns.map(idOf);

// oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one are no table to a browser
import { HeaderCell } from './HeaderCell';
import { SelectAll } from './SelectAll';
import { HEAD_HEIGHT, type TableLayout } from './tableLayout';
import type { Rows } from './useRows';
import type { Selection } from './useSelection';
import type { ShownTable } from './useShownTable';

interface TableHeadProps {
  shown: ShownTable;
  layout: TableLayout;
  rows: Rows;
  selection: Selection;
}

/** The names of the columns, which stay in sight. */
export function TableHead({ shown: { table, sorts }, layout, rows, selection }: TableHeadProps) {
  return (
    <div role="rowgroup" className="sticky top-0 z-20 bg-raised print:static" style={layout.head}>
      <div
        role="row"
        aria-rowindex={1}
        className="grid border-b border-line"
        style={{ gridTemplateColumns: layout.template, height: HEAD_HEIGHT }}
      >
        <SelectAll selection={selection} rows={rows} />
        {table.getHeaderGroups()[0]?.headers.map((header) => (
          <HeaderCell key={header.id} header={header} sorts={sorts} />
        ))}
      </div>
    </div>
  );
}

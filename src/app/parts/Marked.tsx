/** A sentence in which `code` stands between backticks, as in comments. */
export function Marked({ text }: { text: string }) {
  return text.split('`').map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      // Parts of one text never change places.
      // oxlint-disable-next-line react/no-array-index-key
      <code
        key={place}
        className="box-decoration-clone rounded bg-hover px-1 py-px font-mono text-[0.9em] wrap-anywhere"
      >
        {part}
      </code>
    ),
  );
}

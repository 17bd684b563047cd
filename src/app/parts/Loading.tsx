/** Where something will be: of the height it will have, so that the page doesn't jump. */
export function Loading({ text }: { text: string }) {
  return (
    <output className="card my-4 grid min-h-80 place-items-center p-6">
      <span className="text-muted">{text}</span>
    </output>
  );
}

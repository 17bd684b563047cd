/** What every browser can still paint. */
const MOST_SIDE = 16_384;
const MOST_AREA = 120_000_000;

function load(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () =>
      reject(new Error('The picture could not be painted; does the page allow img-src blob:?')),
    );
    image.src = address;
  });
}

function paint(image: HTMLImageElement, wanted: number): HTMLCanvasElement {
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(
    wanted,
    MOST_SIDE / width,
    MOST_SIDE / height,
    Math.sqrt(MOST_AREA / (width * height)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser paints no pictures');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const USUAL_SCALE = 2;

/** Paints an SVG that needs nothing else; as large as `scale` says, as far as browsers go. */
export async function toPng(svg: string, scale = USUAL_SCALE): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const canvas = paint(await load(address), scale > 0 ? scale : USUAL_SCALE);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

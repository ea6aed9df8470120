import type { Receipt } from '@plaza/contracts';
import { encode } from 'uqr';

/** A QR code of a text as an SVG path, one square a dark module; without the quiet zone around it. */
export function drawQr(text: string): Receipt['qr'] {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}

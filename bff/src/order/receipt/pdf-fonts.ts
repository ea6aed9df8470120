import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

type Document = InstanceType<typeof PDFDocument>;

const require = createRequire(import.meta.url);
let fonts: { regular: Buffer; bold: Buffer } | undefined;

/**
 * Makes Plaza's typeface known to a document as `regular` and `bold`: Latin, Greek and Cyrillic, Vietnamese included.
 * Characters of other scripts show as an empty box; the receipt on the web shows them.
 */
export function registerFonts(document: Document): void {
  fonts ??= {
    regular: readFileSync(require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')),
    bold: readFileSync(require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf')),
  };
  document.registerFont('regular', fonts.regular);
  document.registerFont('bold', fonts.bold);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

type Document = InstanceType<typeof PDFDocument>;

const require = createRequire(import.meta.url);
const read = (file: string) => readFileSync(require.resolve(`@expo-google-fonts/inter/${file}`));
let fonts: { regular: Buffer; bold: Buffer } | undefined;

/**
 * Makes Plaza's typeface known to a document as `regular` and `bold`: Latin, Greek and Cyrillic, Vietnamese included.
 * Characters of other scripts show as an empty box; the receipt on the web shows them.
 */
export function registerFonts(document: Document): void {
  fonts ??= {
    regular: read('400Regular/Inter_400Regular.ttf'),
    bold: read('600SemiBold/Inter_600SemiBold.ttf'),
  };
  document.registerFont('regular', fonts.regular);
  document.registerFont('bold', fonts.bold);
}

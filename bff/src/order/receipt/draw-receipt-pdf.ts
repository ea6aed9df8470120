import { addressLines, type Receipt } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import { formatMoney } from '@plaza/ui/format';
import PDFDocument from 'pdfkit';
import { registerFonts } from './pdf-fonts.ts';
import { messages } from './receipt-pdf.messages.ts';

type Document = InstanceType<typeof PDFDocument>;

const MARGIN = 56;
const AMOUNT_WIDTH = 110;
const QR_SIZE = 96;
const INK = '#14171d';
const MUTED = '#565d69';
const LINE = '#e4e6ea';
const ACCENT = '#1d43b8';
/** Where people use it; everybody else has A4. */
const LETTER_COUNTRIES: readonly string[] = ['US', 'CA'];

const dateFormat = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** A receipt as a PDF of one or more pages. */
export function drawReceiptPdf(receipt: Receipt): Promise<Buffer> {
  const { content } = receipt;
  const document = new PDFDocument({
    size: LETTER_COUNTRIES.includes(content.buyer.country) ? 'LETTER' : 'A4',
    margins: { top: MARGIN, bottom: MARGIN + 12, left: MARGIN, right: MARGIN },
    bufferPages: true,
    // The same receipt is the same file.
    info: { Title: `${messages.title} ${content.orderNumber}`, CreationDate: new Date(content.paidAt) },
    lang: 'en-US',
    displayTitle: true,
  });
  const bytes = collect(document);
  registerFonts(document);
  drawHead(document, receipt);
  drawLines(document, receipt);
  drawTotals(document, receipt);
  drawProof(document, receipt);
  drawPageNumbers(document);
  document.end();
  return bytes;
}

function collect(document: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

interface TextStyle {
  size?: number;
  font?: 'regular' | 'bold';
  color?: string;
}

const contentWidth = (document: Document) => document.page.width - 2 * MARGIN;

/** Writes a text from the left and goes to the line below it. */
function write(document: Document, text: string, style: TextStyle & { width?: number } = {}): void {
  const { size = 10, font = 'regular', color = INK, width = contentWidth(document) } = style;
  document.fillColor(color).fontSize(size).font(font).text(text, MARGIN, document.y, { width, lineGap: 2 });
}

/** Writes an amount at the right edge, in the line that begins at `y`. */
function writeAmount(document: Document, text: string, y: number, style: TextStyle = {}): void {
  const { size = 10, font = 'regular', color = INK } = style;
  const below = document.y;
  const x = document.page.width - MARGIN - AMOUNT_WIDTH;
  document.fillColor(color).fontSize(size).font(font);
  document.text(text, x, y, { width: AMOUNT_WIDTH, align: 'right', lineBreak: false });
  document.y = Math.max(below, document.y);
}

/** Begins a new page unless so much is left of this one. */
function keepTogether(document: Document, height: number): void {
  const bottom = document.page.height - document.page.margins.bottom;
  if (document.y + height > bottom) document.addPage();
}

function rule(document: Document): void {
  const { y } = document;
  document
    .moveTo(MARGIN, y)
    .lineTo(document.page.width - MARGIN, y)
    .lineWidth(0.75)
    .strokeColor(LINE)
    .stroke();
  document.y = y + 8;
}

function drawHead(document: Document, { content }: Receipt): void {
  drawMark(document);
  document.y = MARGIN + 3;
  document.fillColor(INK).fontSize(15).font('bold');
  document.text(messages.brand, MARGIN + 28, document.y);
  document.y += 22;
  write(document, `${messages.title} ${content.orderNumber}`, { size: 24, font: 'bold' });
  document.y += 4;
  write(document, `${messages.paidAt} ${dateFormat.format(new Date(content.paidAt))} UTC`, { color: MUTED });
  document.y += 16;
  write(document, messages.buyer, { size: 9, color: MUTED });
  for (const line of addressLines({ ...content.buyer, phone: '' })) write(document, line);
  document.y += 18;
}

/** Plaza's mark: four buildings around an open square, seen from above. */
function drawMark(document: Document): void {
  document.save().translate(MARGIN - 1.5, MARGIN);
  document.roundedRect(1.5, 1.5, 13, 6.5, 1.75).fill(ACCENT);
  document.roundedRect(16, 1.5, 6.5, 13, 1.75).fill(INK);
  document.roundedRect(9.5, 16, 13, 6.5, 1.75).fill(INK);
  document.roundedRect(1.5, 9.5, 6.5, 13, 1.75).fill(INK);
  document.restore();
}

function drawLines(document: Document, { content }: Receipt): void {
  const money = (amountMinor: number) => formatMoney(amountMinor, content.currency);
  const width = contentWidth(document) - AMOUNT_WIDTH - 12;
  for (const part of content.sellerOrders) {
    keepTogether(document, 90);
    write(document, messages.soldBy(part.seller, part.number), { size: 11, font: 'bold' });
    document.y += 4;
    for (const line of part.lines) {
      keepTogether(document, 56);
      rule(document);
      const { y } = document;
      write(document, line.title, { width });
      const detail = [line.variantLabel, messages.quantity(line.quantity, money(line.unitPriceMinor))];
      write(document, detail.filter(Boolean).join(' · '), { size: 9, color: MUTED, width });
      writeAmount(document, money(line.totalMinor), y);
      document.y += 5;
    }
    rule(document);
    const { y } = document;
    write(document, orderMessages.shippingBy(part.shippingSpeed), { width });
    writeAmount(document, money(part.shippingMinor), y);
    document.y += 20;
  }
}

function drawTotals(document: Document, { content, refundedMinor }: Receipt): void {
  const money = (amountMinor: number) => formatMoney(amountMinor, content.currency);
  const rows: [string, number, TextStyle][] = [
    [orderMessages.items, content.itemsMinor, {}],
    [orderMessages.shipping, content.shippingMinor, {}],
    [messages.total, content.totalMinor, { size: 13, font: 'bold' }],
  ];
  keepTogether(document, 100);
  rule(document);
  for (const [label, amountMinor, style] of rows) {
    const { y } = document;
    write(document, label, style);
    writeAmount(document, money(amountMinor), y, style);
    document.y += 3;
  }
  if (refundedMinor > 0) write(document, messages.refunded(money(refundedMinor)), { color: MUTED });
  document.y += 24;
}

function drawProof(document: Document, { digest, keyId, verifyUrl, qr }: Receipt): void {
  keepTogether(document, QR_SIZE + 24);
  rule(document);
  const top = document.y + 6;
  const scale = QR_SIZE / qr.size;
  const left = document.page.width - MARGIN - QR_SIZE;
  document.save().translate(left, top).scale(scale).path(qr.path).fill(INK).restore();
  document.y = top;
  const width = contentWidth(document) - QR_SIZE - 24;
  write(document, messages.verifyTitle, { size: 11, font: 'bold', width });
  write(document, messages.verifyText, { size: 9, color: MUTED, width });
  document.y += 6;
  write(document, messages.digest, { size: 8, color: MUTED, width });
  // In groups, as it would be typed in.
  write(document, (digest.match(/.{8}/g) ?? []).join(' '), { size: 8, width });
  document.y += 2;
  write(document, messages.key(keyId), { size: 8, color: MUTED, width });
  document.fillColor(ACCENT).fontSize(8).font('regular');
  document.text(new URL(verifyUrl).origin + new URL(verifyUrl).pathname, MARGIN, document.y + 2, {
    width,
    link: verifyUrl,
    underline: true,
  });
}

function drawPageNumbers(document: Document): void {
  const { count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    // Below the margin, where text would begin another page.
    document.page.margins.bottom = 0;
    document.fillColor(MUTED).fontSize(8).font('regular');
    document.text(messages.page(page + 1, count), MARGIN, document.page.height - MARGIN + 8, {
      width: contentWidth(document),
      align: 'right',
      lineBreak: false,
    });
  }
}

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Older ones are dropped. */
const MAX_MESSAGES = 500;

const messageSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  text: z.string(),
  receivedAt: z.iso.datetime(),
  /** Sent along with it; null when the sender gave none. */
  idempotencyKey: z.string().nullable(),
  /** How often a message with this key came. */
  copies: z.number().int(),
});
export type KeptSms = z.output<typeof messageSchema>;

/** Text messages in a file. */
export class MessageBox {
  readonly #file: string;
  #messages: KeptSms[];
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: string, messages: KeptSms[]) {
    this.#file = file;
    this.#messages = messages;
  }

  /** Reads what is in the folder, making it when there is none. */
  static async open(folder: string): Promise<MessageBox> {
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'messages.json');
    const text = await readFile(file, 'utf8').catch(() => '[]');
    return new MessageBox(file, z.array(messageSchema).parse(JSON.parse(text)));
  }

  /** Keeps a message; it is on disk when this settles. One with a key that is known is counted. */
  async keep(sms: { from: string; to: string; text: string; idempotencyKey: string | null }) {
    const known =
      sms.idempotencyKey === null
        ? undefined
        : this.#messages.find(({ idempotencyKey }) => idempotencyKey === sms.idempotencyKey);
    if (known) {
      known.copies += 1;
      return known;
    }
    const id = `SM${randomBytes(16).toString('hex')}`;
    const kept: KeptSms = { id, ...sms, receivedAt: new Date().toISOString(), copies: 1 };
    this.#messages = [...this.#messages, kept].slice(-MAX_MESSAGES);
    await this.#write();
    return kept;
  }

  /** Newest first. @param to part of the recipient's number; all when empty */
  list(to: string): KeptSms[] {
    const digits = to.replace(/\D/g, '');
    return this.#messages.filter((sms) => digits === '' || sms.to.includes(digits)).reverse();
  }

  async clear(): Promise<void> {
    this.#messages = [];
    await this.#write();
  }

  /** One write after the other, each with all that there is by then; renamed into place. */
  #write(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      await writeFile(`${this.#file}.new`, JSON.stringify(this.#messages));
      await rename(`${this.#file}.new`, this.#file);
    });
    return this.#writing;
  }
}

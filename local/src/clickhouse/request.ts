import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** A request of ClickHouse's HTTP interface, taken apart. */
export interface ClickHouseRequest {
  queryId: string | undefined;
  database: string;
  /** Format of results that do not name one. */
  defaultFormat: string;
  parameters: Map<string, string>;
  settings: Map<string, string>;
  /** The statement; with an insert the payload follows apart when the statement came in the address. */
  statement: string;
  payload: Buffer | undefined;
  wantsGzip: boolean;
}

/** The request is too large, or uses what the embedded engine does not offer. */
class RequestError extends Error {
  readonly status: number;
  readonly clickhouseCode: number;
  constructor(status: number, clickhouseCode: number, message: string) {
    super(message);
    this.status = status;
    this.clickhouseCode = clickhouseCode;
  }
}

// Belong to the HTTP interface and not to the statement.
const INTERFACE_PARAMETERS = new Set([
  'query',
  'query_id',
  'database',
  'default_format',
  'user',
  'password',
  'quota_key',
  'role',
  'session_id',
  'session_check',
  'session_timeout',
  'compress',
  'decompress',
  'buffer_size',
  'wait_end_of_query',
  'stacktrace',
  'enable_http_compression',
  'close_session',
]);

/**
 * @param maxBodyBytes limit of the body, before and after decompression
 * @throws RequestError
 */
export async function readRequest(
  request: IncomingMessage,
  maxBodyBytes: number,
): Promise<ClickHouseRequest> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const fields = [...url.searchParams];
  let body = await readBody(request, maxBodyBytes);
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    for (const [name, value] of form) if (typeof value === 'string') fields.push([name, value]);
    body = Buffer.alloc(0);
  }

  const parameters = new Map<string, string>();
  const settings = new Map<string, string>();
  for (const [name, value] of fields) {
    if (name.startsWith('param_')) parameters.set(name.slice('param_'.length), value);
    else if (!INTERFACE_PARAMETERS.has(name)) settings.set(name, value);
  }
  for (const name of settings.keys()) {
    if (!/^[a-z]\w*$/i.test(name))
      throw new RequestError(400, 115, `Unknown setting '${name}'. (UNKNOWN_SETTING)`);
  }
  const last = (name: string) => fields.findLast(([key]) => key === name)?.[1];
  if (last('session_id') !== undefined) {
    throw new RequestError(501, 48, 'Sessions are not supported by the embedded engine. (NOT_IMPLEMENTED)');
  }
  const inAddress = last('query');
  const header = request.headers['x-clickhouse-database'];
  return {
    queryId: last('query_id'),
    database: last('database') ?? (typeof header === 'string' ? header : 'default'),
    defaultFormat: last('default_format') ?? 'TabSeparated',
    parameters,
    settings,
    statement: inAddress ?? body.toString('utf8'),
    payload: inAddress === undefined || body.length === 0 ? undefined : body,
    wantsGzip:
      last('enable_http_compression') === '1' &&
      /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')),
  };
}

async function readBody(request: IncomingMessage, maxBodyBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decompressed(request)) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > maxBodyBytes) {
      throw new RequestError(413, 307, `Body is larger than ${maxBodyBytes} bytes. (TOO_MANY_BYTES)`);
    }
    chunks.push(chunk);
  }
  const [first] = chunks;
  return chunks.length === 1 && first ? first : Buffer.concat(chunks, size);
}

function decompressed(request: IncomingMessage): AsyncIterable<unknown> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const forward = <T extends NodeJS.WritableStream>(to: T): T => {
    request.on('error', (error) => to.emit('error', error));
    return request.pipe(to);
  };
  switch (encoding) {
    case 'identity':
      return request;
    case 'gzip':
      return forward(createGunzip());
    case 'deflate':
      return forward(createInflate());
    case 'br':
      return forward(createBrotliDecompress());
    default:
      throw new RequestError(415, 48, `Content-Encoding '${encoding}' is not supported. (NOT_IMPLEMENTED)`);
  }
}

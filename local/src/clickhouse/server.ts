import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { Engine, type EngineResult } from './engine.ts';
import { bindParameters } from './parameters.ts';
import { type ClickHouseRequest, readRequest } from './request.ts';
import { isInsert, kindOf, parsePlainInsert, trimStatement, withSettings } from './statement.ts';

// The engine's own word for "I was torn down"; nothing in this process works after it.
const ENGINE_ABORTED = 236;

// ClickHouse's own mapping of error codes to HTTP statuses, as far as clients look at it; all others are 500.
const STATUS_BY_CODE: Record<number, number> = {
  27: 400,
  26: 400,
  36: 400,
  43: 400,
  46: 404,
  47: 404,
  48: 501,
  53: 400,
  60: 404,
  62: 400,
  81: 404,
  115: 404,
  159: 408,
  202: 503,
  241: 500,
  307: 413,
  456: 400,
};

export interface ClickHouseServerOptions {
  engine: Engine;
  version: string;
  maxBodyBytes: number;
  /** Called when the engine can no longer be used; the process shall end and be started anew. */
  onEngineLost(reason: string): void;
}

/** ClickHouse's HTTP interface over the embedded engine: as much of it as `@clickhouse/client` uses. */
export function createClickHouseServer(options: ClickHouseServerOptions): Server {
  const server = createServer((request, response) => {
    handle(request, response, options).catch((error: unknown) => fail(response, error, options));
  });
  // The client keeps its sockets for 2.5 s after what the server promises; longer here avoids resets.
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 300_000;
  return server;
}

async function handle(request: IncomingMessage, response: ServerResponse, options: ClickHouseServerOptions) {
  const path = (request.url ?? '/').split('?', 1)[0];
  if (path === '/ping' || path === '/replicas_status') return send(response, 'Ok.\n');
  if (path === '/healthz')
    return send(response, '{"status":"ok","parts":{"engine":"ok"}}', 'application/json');
  if (path !== '/') return send(response, `There is no handle ${path}\n`, 'text/plain', 404);
  const parsed = await readRequest(request, options.maxBodyBytes);
  if (trimStatement(parsed.statement) === '') return send(response, 'Ok.\n');
  const result = await execute(parsed, options.engine);
  answer(response, parsed, result);
}

/** Runs a request on the session that fits; the payload of a plain insert never becomes text. */
function execute(request: ClickHouseRequest, engine: Engine): Promise<EngineResult> {
  const statement = bindParameters(trimStatement(request.statement), request.parameters);
  const { settings, database, defaultFormat } = request;
  if (request.payload && isInsert(statement)) {
    const head = parsePlainInsert(statement);
    if (head && Engine.takesRaw(head.format)) {
      return engine.insertRaw({ ...head, format: head.format }, request.payload, settings, database);
    }
    const sql = `${withSettings(statement, settings)}\n${request.payload.toString('utf8')}`;
    return engine.write(sql, database, defaultFormat);
  }
  // Statement in the address and its rest in the body is how the interface has always read them.
  const whole = request.payload ? `${statement}\n${request.payload.toString('utf8')}` : statement;
  const sql = withSettings(whole, settings);
  return kindOf(statement) === 'read'
    ? engine.read(sql, database, defaultFormat)
    : engine.write(sql, database, defaultFormat);
}

function answer(response: ServerResponse, request: ClickHouseRequest, result: EngineResult) {
  const summary = {
    read_rows: String(result.readRows),
    read_bytes: String(result.readBytes),
    written_rows: String(result.writtenRows),
    written_bytes: String(result.writtenBytes),
    total_rows_to_read: '0',
    result_rows: '0',
    result_bytes: String(result.bytes.length),
    elapsed_ns: '0',
  };
  const format = /\bformat\s+(\w+)/i.exec(request.statement.slice(-400))?.[1] ?? request.defaultFormat;
  response.setHeader('Content-Type', contentType(format));
  response.setHeader('X-ClickHouse-Format', format);
  response.setHeader('X-ClickHouse-Query-Id', request.queryId ?? randomUUID());
  response.setHeader('X-ClickHouse-Server-Display-Name', 'embedded');
  response.setHeader('X-ClickHouse-Timezone', 'UTC');
  response.setHeader('X-ClickHouse-Summary', JSON.stringify(summary));
  if (!request.wantsGzip || result.bytes.length === 0) {
    response.end(result.bytes);
    return;
  }
  response.setHeader('Content-Encoding', 'gzip');
  response.end(gzipSync(result.bytes, { level: 1 }));
}

function fail(response: ServerResponse, error: unknown, options: ClickHouseServerOptions) {
  const message = error instanceof Error ? error.message : String(error);
  const code = numberIn(error, 'clickhouseCode') ?? 1000;
  if (code === ENGINE_ABORTED) options.onEngineLost(message);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = numberIn(error, 'status') ?? STATUS_BY_CODE[code] ?? 500;
  const text = /^Code: \d+/.test(message) ? message : `Code: ${code}. DB::Exception: ${message}`;
  response.setHeader('X-ClickHouse-Exception-Code', String(code));
  // An unread rest of a refused body would be taken for the next request.
  if (status === 413) response.setHeader('Connection', 'close');
  send(response, `${text} (version ${options.version})\n`, 'text/plain; charset=UTF-8', status);
}

function numberIn(value: unknown, key: 'clickhouseCode' | 'status'): number | undefined {
  if (typeof value !== 'object' || value === null || !(key in value)) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'number' ? found : undefined;
}

function send(response: ServerResponse, text: string, type = 'text/plain; charset=UTF-8', status = 200) {
  response.writeHead(status, { 'Content-Type': type });
  response.end(text);
}

function contentType(format: string): string {
  if (/^JSON(Each|CompactEach|StringsEach)/.test(format)) return 'application/x-ndjson; charset=UTF-8';
  if (format.startsWith('JSON')) return 'application/json; charset=UTF-8';
  if (format.startsWith('CSV')) return 'text/csv; charset=UTF-8';
  return 'text/tab-separated-values; charset=UTF-8';
}

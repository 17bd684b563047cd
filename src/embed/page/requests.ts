import type { AllOf } from '../../core/model/all-of';
import { assertNever } from '../../core/model/assert-never';
import type { ViewInit } from '../../core/view/view';
import { readView } from '../../core/view/view-from';
import type { Theme } from '../../ui/palette';
import { isZone } from '../../ui/zone';
import { themeNamed } from '../choices';
import {
  type ExportRequest,
  type FrameFault,
  type FrameFaultCode,
  type LoadRequest,
  type MessageId,
  PROTOCOL,
  type RequestType,
  VERSION,
} from '../protocol';
import { isTooLarge, MOST_BYTES } from './bounds';
import { isLocale } from './places';

export type Request =
  | { type: 'ping' }
  | { type: 'load'; load: LoadRequest }
  | { type: 'setView'; view: ViewInit }
  | { type: 'setTheme'; theme: Theme }
  | { type: 'setTimeZone'; timeZone?: string }
  | { type: 'setLocale'; locale?: string }
  | { type: 'export'; wanted: ExportRequest };

/** `chatter`: not meant for this frame. Only what has a usable id can be answered by it. */
export type Heard =
  | { kind: 'chatter' }
  | { kind: 'request'; id?: MessageId; request: Request }
  | { kind: 'fault'; id?: MessageId; fault: FrameFault };

const requests = ['ping', 'load', 'setView', 'setTheme', 'setTimeZone', 'setLocale', 'export'] as const;
export const REQUESTS: AllOf<RequestType, typeof requests> = requests;

const LONGEST_ID = 1000;
const MOST_SCALE = 8;

function faultOf(code: FrameFaultCode, message: string): FrameFault {
  return { code, message };
}

/** A request, or what is wrong with it. Whatever was sent, it never throws. */
export function readMessage(data: unknown): Heard {
  if (!isObject(data) || data['protocol'] !== PROTOCOL) return { kind: 'chatter' };
  const { id, type, version, payload } = data;
  if (id !== undefined && !isId(id)) {
    return { kind: 'fault', fault: faultOf('invalid-message', 'An id is a short text or a number') };
  }
  const told = id === undefined ? {} : { id };
  if (version !== VERSION) {
    const fault = faultOf('unsupported-version', `This frame speaks version ${VERSION} only`);
    return { kind: 'fault', ...told, fault };
  }
  const known = REQUESTS.find((name) => name === type);
  if (!known) {
    const fault = faultOf('unknown-type', `This frame knows the requests ${REQUESTS.join(', ')}`);
    return { kind: 'fault', ...told, fault };
  }
  const request = readRequest(known, payload);
  if ('code' in request) return { kind: 'fault', ...told, fault: request };
  return { kind: 'request', ...told, request };
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(id: unknown): id is MessageId {
  return typeof id === 'string' ? id.length <= LONGEST_ID : Number.isFinite(id);
}

function readRequest(type: RequestType, payload: unknown): Request | FrameFault {
  switch (type) {
    case 'ping':
      return { type };
    case 'load':
      return loadOf(payload);
    case 'setView': {
      const view = within(payload, 'view');
      if (!isObject(view)) return faultOf('invalid-payload', 'A view is an object');
      return { type, view: readView(view) };
    }
    case 'setTheme': {
      const theme = within(payload, 'theme') ?? 'system';
      const known = typeof theme === 'string' ? themeNamed(theme) : undefined;
      if (!known) return faultOf('invalid-payload', 'Themes are system, light, dark and high-contrast');
      return { type, theme: known };
    }
    case 'setTimeZone': {
      const timeZone = within(payload, 'timeZone') ?? undefined;
      if (timeZone === undefined) return { type };
      if (typeof timeZone === 'string' && isZone(timeZone)) return { type, timeZone };
      return faultOf('invalid-payload', 'This browser knows no such time zone');
    }
    case 'setLocale': {
      const locale = within(payload, 'locale') ?? undefined;
      if (locale === undefined) return { type };
      if (typeof locale === 'string' && isLocale(locale)) return { type, locale };
      return faultOf('invalid-payload', 'A locale is a language tag');
    }
    case 'export':
      return exportOf(payload);
    default:
      return assertNever(type);
  }
}

/** The value itself, or an object that holds it under its name. */
function within(payload: unknown, name: string): unknown {
  return isObject(payload) && Object.hasOwn(payload, name) ? payload[name] : payload;
}

function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function loadOf(payload: unknown): Request | FrameFault {
  const options = isObject(payload) && Object.hasOwn(payload, 'conversation') ? payload : undefined;
  const given = options ? options['conversation'] : payload;
  const conversation = given instanceof ArrayBuffer ? new Uint8Array(given) : given;
  if (conversation === undefined || conversation === null) {
    return faultOf('invalid-payload', 'There is no conversation in the payload');
  }
  if (isTooLarge(conversation)) {
    return faultOf('too-large', `A frame takes about ${MOST_BYTES / 1e6} MB; open more in the site itself`);
  }
  const { view = null, now = null, live } = options ?? {};
  if (view !== null && !isObject(view)) return faultOf('invalid-payload', 'A view is an object');
  if (now !== null && finite(now) === undefined) {
    return faultOf('invalid-payload', 'An instant is milliseconds since 1970');
  }
  const load = {
    conversation,
    view: view === null ? undefined : readView(view),
    now: finite(now),
    live: live === true,
  } satisfies LoadRequest & Record<keyof LoadRequest, unknown>;
  return { type: 'load', load };
}

function exportOf(payload: unknown): Request | FrameFault {
  const format = within(payload, 'format');
  const options = isObject(payload) ? payload : {};
  if (format !== 'svg' && format !== 'png') return faultOf('invalid-payload', 'Formats are svg and png');
  const { theme, width, compact } = options;
  const scale = finite(options['scale']) ?? 0;
  const wanted = {
    format,
    theme: typeof theme === 'string' ? themeNamed(theme) : undefined,
    width: finite(width),
    compact: typeof compact === 'boolean' ? compact : undefined,
    scale: scale > 0 ? Math.min(scale, MOST_SCALE) : undefined,
  } satisfies ExportRequest & Record<keyof ExportRequest, unknown>;
  return { type: 'export', wanted };
}

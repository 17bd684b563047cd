/**
 * Reads the public types with their comments, for the reference on the docs page: what a host sets, calls, hears
 * and sends. The compiler reads them, so that the page says what the code says.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * @typedef {{ name: string, type: string, optional: boolean, text: string }} Member
 * @typedef {{ name: string, members: Member[] }} Group
 * @typedef {{ name: string, code: string, text: string }} Declared
 * @typedef {{ groups: Group[], parts: string[], slots: string[], types: Declared[] }} Reference
 */

/** What the reference lists, by file and exported type. */
const ROOTS = [
  { name: 'props', file: 'src/timeline/props.ts', type: 'ParticipantTimelineProps' },
  { name: 'handle', file: 'src/timeline/props.ts', type: 'ParticipantTimelineHandle' },
  { name: 'attributes', file: 'src/embed/element/attributes.ts', type: 'AttributeName' },
  { name: 'events', file: 'src/embed/element/types.ts', type: 'ParticipantTimelineEventMap' },
  { name: 'client', file: 'src/embed/frame/types.ts', type: 'TimelineFrame' },
  { name: 'clientOptions', file: 'src/embed/frame/types.ts', type: 'TimelineFrameOptions' },
  { name: 'requests', file: 'src/embed/protocol.ts', type: 'FrameRequests' },
  { name: 'news', file: 'src/embed/protocol.ts', type: 'FrameNews' },
];
/** What a request is answered with. */
const ANSWERS = { file: 'src/embed/protocol.ts', type: 'FrameResults' };

/** What is said of these fills pages, and is in the package's types: named, not written out. */
const NAMED_ONLY = /\/core\/(?:model|parse)\//;

/** @param {ts.Symbol} symbol @param {ts.TypeChecker} checker */
function textOf(symbol, checker) {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, ' ').trim();
}

/** @param {string} code */
const oneLine = (code) =>
  code
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([([{]) (?=[|&])/g, '$1')
    .trim();

/** What is optional may be `undefined`, which is written for compilers that tell the two apart. @param {string} code */
const withoutUndefined = (code) => code.replaceAll(/(\?: .*?) \| undefined(?=[; ])/g, '$1');

/**
 * The type of a member as its author wrote it.
 *
 * @param {ts.Declaration | undefined} declaration
 */
function writtenType(declaration) {
  if (!declaration) return 'unknown';
  if (ts.isPropertySignature(declaration)) {
    const code = oneLine(declaration.type?.getText() ?? 'unknown');
    if (!declaration.questionToken) return code;
    return code.replace(/ \| undefined$/, '').replace(/^\((\(.*\) => .*)\)$/, '$1');
  }
  if (ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration)) {
    const parameters = declaration.parameters.map((parameter) => parameter.getText()).join(', ');
    return withoutUndefined(oneLine(`(${parameters}) => ${declaration.type?.getText() ?? 'void'}`));
  }
  return oneLine(declaration.getText());
}

/** @param {ts.Node} node @param {(node: ts.TypeReferenceNode) => void} found */
function eachReference(node, found) {
  if (ts.isTypeReferenceNode(node)) found(node);
  ts.forEachChild(node, (child) => eachReference(child, found));
}

/** The types that others name, and those that these name. @param {ts.Program} program */
function createCollector(program) {
  const checker = program.getTypeChecker();
  /** @type {Map<string, Declared>} */
  const types = new Map();

  /** @param {ts.TypeReferenceNode} reference */
  function collect(reference) {
    let symbol = checker.getSymbolAtLocation(reference.typeName);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration || types.has(symbol.name)) return;
    const { fileName } = declaration.getSourceFile();
    if (fileName.includes('/node_modules/') || NAMED_ONLY.test(fileName)) return;
    if (ts.isClassDeclaration(declaration)) eachReference(declaration, collect);
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isTypeAliasDeclaration(declaration)) return;
    const code = withoutUndefined(declaration.getText().replace(/^export /, ''));
    types.set(symbol.name, { name: symbol.name, code, text: textOf(symbol, checker) });
    eachReference(declaration, collect);
  }
  return { types, collect };
}

/**
 * @param {ts.Program} program
 * @param {{ file: string, type: string }} root
 */
function typeOf(program, { file, type }) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const symbol = module && checker.getExportsOfModule(module).find(({ name }) => name === type);
  if (!symbol) throw new Error(`${file} exports no ${type}`);
  return checker.getDeclaredTypeOfSymbol(symbol);
}

/** @param {string} name `time-zone` */
const camelCase = (name) => name.replaceAll(/-(\w)/g, (_all, letter) => letter.toUpperCase());

function compile() {
  return ts.createProgram([...new Set([...ROOTS, ANSWERS].map(({ file }) => file))], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    jsx: ts.JsxEmit.ReactJSX,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    types: [],
    noEmit: true,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  });
}

const DRAWN = 'src/timeline';

/** Names that the component's drawing gives, each once. @param {RegExp} name */
function namesDrawn(name) {
  const files = readdirSync(DRAWN, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );
  const found = files.flatMap((file) => [...readFileSync(join(DRAWN, file), 'utf8').matchAll(name)]);
  return [...new Set(found.map(([, one = '']) => one))].toSorted();
}

/** @returns {Reference} */
export function readReference() {
  const program = compile();
  const checker = program.getTypeChecker();
  const { types, collect } = createCollector(program);

  /** @param {ts.Symbol} symbol @returns {Member} */
  function memberOf(symbol) {
    const declaration = symbol.declarations?.at(-1); // of several the widest
    if (declaration) eachReference(declaration, collect);
    return {
      name: symbol.name,
      type: writtenType(declaration),
      optional: Boolean(symbol.flags & ts.SymbolFlags.Optional),
      text: textOf(symbol, checker),
    };
  }
  const answers = new Map(
    typeOf(program, ANSWERS)
      .getProperties()
      .map((symbol) => [symbol.name, memberOf(symbol).type]),
  );
  /** @type {Map<string, Member>} */
  const props = new Map();

  const groups = ROOTS.map((root) => {
    const type = typeOf(program, root);
    // An attribute is the prop of its name, and what is said of that holds for it.
    const members = type.isUnion() ? attributesOf(type, props) : type.getProperties().map(memberOf);
    if (root.name === 'props') for (const member of members) props.set(member.name, member);
    if (root.name !== 'requests') return { name: root.name, members };
    const answered = members.map((member) => ({
      ...member,
      type: `${member.type} → ${answers.get(member.name)}`,
    }));
    return { name: root.name, members: answered };
  });
  return {
    groups,
    parts: namesDrawn(/\bpart="([\w-]+)"/g),
    slots: namesDrawn(/<(?:Slot|Message) name="([\w-]+)"/g),
    types: [...types.values()].toSorted((one, other) => one.name.localeCompare(other.name)),
  };
}

/**
 * @param {ts.UnionType} names
 * @param {Map<string, Member>} props
 */
function attributesOf(names, props) {
  return names.types.map((type) => {
    const name = type.isStringLiteral() ? type.value : '';
    const prop = props.get(camelCase(name));
    if (!prop) throw new Error(`No prop for the attribute ${name}`);
    return { ...prop, name };
  });
}

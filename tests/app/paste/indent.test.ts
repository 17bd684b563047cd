import { assert, json, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indentJson } from '../../../src/app/paste/indent';
import { readDocuments } from '../../../src/core/parse/json/documents';

describe('indenting JSON', () => {
  it('puts each member on a line of its own', () => {
    expect(indentJson('{"a":[1,{"b":null}],"c":{},"d":[ ]}')).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {},\n  "d": []\n}',
    );
  });

  it('keeps digits, doubled keys and what stands in strings', () => {
    expect(indentJson('{"id":12345678901234567890,"id":1.10,"t":"a { b,\\" c:  d"}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "id": 1.10,\n  "t": "a { b,\\" c:  d"\n}',
    );
  });

  it('keeps what stands in the strings that Python prints, and takes no apostrophe for the begin of one', () => {
    expect(indentJson(`{'name': 'Weber, {Jonas}:  "J"', 'a': "it's", 'b': None}`)).toBe(
      `{\n  'name': 'Weber, {Jonas}:  "J"',\n  'a': "it's",\n  'b': None\n}`,
    );
    expect(indentJson(`['a \\' [b', 'never, "c"]`)).toBe(`[\n  'a \\' [b',\n  'never,\n  "c"\n]`);
  });

  it('keeps comments, and what stands in the quotes of word processors', () => {
    const text =
      '{"a": /* one, {two */ 1, // it\'s "so": {yes}\n "b": “two  words, {3}” // last\n, "c": `x  y`}';
    const indented = indentJson(text);
    expect(indented).toBe(
      '{\n  "a": /* one, {two */\n  1,\n  // it\'s "so": {yes}\n  "b": “two  words, {3}”\n  // last\n  ,\n  "c": `x  y`\n}',
    );
    expect(readDocuments(indented).documents).toEqual(readDocuments(text).documents);
  });

  it('gives each of several documents its line', () => {
    expect(indentJson('{"a":1}\n[2] 3')).toBe('{\n  "a": 1\n}\n[\n  2\n]\n3');
  });

  it('keeps what is cut off or no JSON at all', () => {
    expect(indentJson('{"a": "never clo')).toBe('{\n  "a": "never clo');
    expect(indentJson('hello, world } x')).toBe('hello,\nworld\n}\nx');
  });

  it('says the same as before, and does not change what it has made', () => {
    assert(
      property(json(), (text) => {
        const indented = indentJson(text);
        expect(JSON.parse(indented)).toEqual(JSON.parse(text));
        expect(indentJson(indented)).toBe(indented);
        expect(indented).toBe(indentJson(JSON.stringify(JSON.parse(text))));
      }),
    );
  });

  it('loses nothing of any text but blanks', () => {
    assert(
      property(string({ unit: 'binary-ascii' }), (text) => {
        const solid = (from: string) => from.replaceAll(/\s/g, '');
        expect(solid(indentJson(text))).toBe(solid(text));
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyJsonPatch,
  applyMergePatch,
  applyStrategicPatch,
} from './patches.ts';

test('merges by RFC 7386', () => {
  assert.deepEqual(
    applyMergePatch(
      { a: 'b', c: { d: 'e', f: 'g' }, list: [1, 2] },
      { a: 'z', c: { f: null }, list: [3] },
    ),
    { a: 'z', c: { d: 'e' }, list: [3] },
  );
});

test('merges lists by their keys, and takes directives', () => {
  const pod = {
    containers: [
      { name: 'app', image: 'a:1', args: ['x'] },
      { name: 'proxy', image: 'p:1' },
    ],
    finalizers: ['one', 'two'],
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
  };

  assert.deepEqual(
    applyStrategicPatch(pod, {
      '$setElementOrder/containers': [{ name: 'app' }],
      containers: [
        { name: 'app', image: 'a:2' },
        { name: 'proxy', $patch: 'delete' },
        { name: 'new', image: 'n:1' },
      ],
      '$deleteFromPrimitiveList/finalizers': ['one'],
      strategy: { $patch: 'replace', type: 'Recreate' },
    }),
    {
      containers: [
        { name: 'app', image: 'a:2', args: ['x'] },
        { name: 'new', image: 'n:1' },
      ],
      finalizers: ['two'],
      strategy: { type: 'Recreate' },
    },
  );
});

test('patches by RFC 6902', () => {
  const object = { a: { 'x/y': 1 }, list: ['one', 'two'] };

  assert.deepEqual(
    applyJsonPatch(object, [
      { op: 'test', path: '/a/x~1y', value: 1 },
      { op: 'replace', path: '/a/x~1y', value: 2 },
      { op: 'add', path: '/list/1', value: 'between' },
      { op: 'add', path: '/list/-', value: 'last' },
      { op: 'remove', path: '/list/0' },
      { op: 'copy', from: '/a', path: '/b' },
      { op: 'move', from: '/b/x~1y', path: '/c' },
    ]),
    { a: { 'x/y': 2 }, b: {}, c: 2, list: ['between', 'two', 'last'] },
  );
  assert.deepEqual(object, { a: { 'x/y': 1 }, list: ['one', 'two'] });
  for (const operation of [
    { op: 'test', path: '/a/x~1y', value: 3 },
    { op: 'replace', path: '/missing', value: 1 },
    { op: 'remove', path: '/list/9' },
    { op: 'add', path: '/list/9', value: 1 },
    { op: 'add', path: '/missing/deeper', value: 1 },
  ]) {
    assert.throws(() => applyJsonPatch(object, [operation]), { code: 422 });
  }
});

import { describe, expect, test } from 'vitest';
import { clientAddress, countingKey } from '#api/http/client-address.ts';

describe('the address of a client', () => {
  test('is the socket when no proxy is trusted, whatever the header claims', () => {
    expect(clientAddress('203.0.113.9', '1.1.1.1', 0)).toBe('203.0.113.9');
  });

  test('is what the trusted proxy wrote last, not what the client wrote before it', () => {
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.9', 1)).toBe('203.0.113.9');
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
  });

  test('is the leftmost address known when there are fewer hops than trusted', () => {
    expect(clientAddress('10.0.0.1', undefined, 2)).toBe('10.0.0.1');
    expect(clientAddress('10.0.0.1', '203.0.113.9', 3)).toBe('203.0.113.9');
  });
});

describe('the key an address is counted by', () => {
  test('is one for a whole IPv6 subscriber, however it is written', () => {
    const key = '2001:db8:1:2::/64';
    expect(countingKey('2001:db8:1:2::1')).toBe(key);
    expect(countingKey('2001:0DB8:0001:0002:ffff:1:2:3')).toBe(key);
    expect(countingKey('[2001:db8:1:2::9]:443')).toBe(key);
    expect(countingKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(countingKey('2001:db8:1:3::1')).not.toBe(key);
  });

  test('is the IPv4 address, written in IPv6 or with a port too', () => {
    expect(countingKey('203.0.113.9')).toBe('203.0.113.9');
    expect(countingKey('203.0.113.9:5050')).toBe('203.0.113.9');
    expect(countingKey('::ffff:203.0.113.9')).toBe('203.0.113.9');
    expect(countingKey('::ffff:cb00:7109')).toBe('203.0.113.9');
  });

  test('is shared by everything that is no address', () => {
    expect(countingKey('unknown')).toBe('unknown');
    expect(countingKey('<script>')).toBe('unknown');
  });
});

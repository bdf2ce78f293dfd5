/**
 * The part of an address that belongs to one connection: IPv4 whole (also where it is written within IPv6), IPv6 its
 * /64, in which whoever holds it may pick any of 2^64 addresses. The same however the address is abbreviated.
 */
export function placeOf(ip: string): string {
  const [address = ''] = ip.toLowerCase().split('%');
  if (!address.includes(':')) return address;
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  const [head = '', tail] = address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const left = groups(head);
  const right = groups(tail ?? '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const whole = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return whole
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/** A reflected check sum of 32 bits over this polynomial, begun and ended with all bits turned. */
function checkSum(polynomial: number): (bytes: Uint8Array) => number {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? polynomial ^ (value >>> 1) : value >>> 1;
    return value;
  });
  return (bytes) => {
    let crc = 0xffffffff;
    for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
    return (crc ^ 0xffffffff) >>> 0;
  };
}

/** CRC-32 as PNG and zip use it (ISO 3309). */
export const crc32 = checkSum(0xedb88320);

/** CRC-32C as iSCSI and TFRecord files use it (Castagnoli; RFC 3720, section 12.1). */
export const crc32c = checkSum(0x82f63b78);

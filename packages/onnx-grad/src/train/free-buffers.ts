let drain: InstanceType<typeof MessageChannel>["port2"] | undefined;

/**
 * Gives the arrays' memory back now. Gradients of a large model are hundreds of megabytes a step, and the
 * garbage collector lets several steps' worth pile up. A buffer that is transferred to a closed port is freed at once.
 */
export function freeBuffers(arrays: Iterable<Float32Array>): void {
  if (drain === undefined) {
    const { port1, port2 } = new MessageChannel();
    port1.close();
    drain = port2;
  }
  for (const { buffer } of arrays) {
    if (buffer instanceof ArrayBuffer) drain.postMessage(null, [buffer]);
  }
}

import { JumpError } from '#app/domain/jump-error.ts';

/** No answer came: the connection was lost, or time ran out. Whether the request was carried out is not known. */
export class ConnectionLost extends JumpError {
  constructor() {
    super('appliance-unreachable');
  }
}

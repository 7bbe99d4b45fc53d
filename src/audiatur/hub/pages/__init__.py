"""What all pages share: the frame, the head, refusals; and the pages that are about the hub itself."""

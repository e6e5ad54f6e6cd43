"""What the use cases about sealed votes share."""

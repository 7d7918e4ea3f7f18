"""A customer-service department's SOPs as a site its people trust."""

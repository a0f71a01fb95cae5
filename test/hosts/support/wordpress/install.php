<?php
/** Sets the site up, with addresses made of words. Run in the site's folder. */
define( 'WP_INSTALLING', true );
/** Nobody is told by email. */
function wp_new_blog_notification() {}
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Careers', 'staff', 'staff@careers.example', true, '', wp_generate_password() );
update_option( 'permalink_structure', '/%postname%/' );
flush_rewrite_rules( false );

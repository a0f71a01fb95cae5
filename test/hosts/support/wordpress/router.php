<?php
/** For PHP's own web server, which knows no rewriting: what is no file is an address of the site. */
if ( is_file( getcwd() . parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ) ) {
	return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require getcwd() . '/index.php';
